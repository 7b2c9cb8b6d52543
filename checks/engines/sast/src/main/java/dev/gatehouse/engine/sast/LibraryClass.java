package dev.gatehouse.engine.sast;

import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A class file of the class path, in memory: what is analysed is what was digested. */
final class LibraryClass implements ICodeBaseEntry {
    private final ICodeBase codeBase;
    private final String name;
    private final byte[] content;

    LibraryClass(ICodeBase codeBase, String name, byte[] content) {
        this.codeBase = codeBase;
        this.name = name;
        this.content = content;
    }

    @Override
    public String getResourceName() {
        return name;
    }

    @Override
    public int getNumBytes() {
        return content.length;
    }

    @Override
    public InputStream openResource() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public ICodeBase getCodeBase() {
        return codeBase;
    }

    @Override
    public ClassDescriptor getClassDescriptor() {
        return DescriptorFactory.createClassDescriptorFromResourceName(name);
    }

    @Override
    public void overrideResourceName(String other) {
        throw new UnsupportedOperationException("only the module's own classes may lie at another place");
    }
}

package dev.gatehouse.scanners.project;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the name of the class in a class file (JVMS 4.1). */
final class ClassName {
    private static final int MAGIC = 0xCAFEBABE;

    private ClassName() {}

    /** The internal name, with slashes. */
    static String of(InputStream file) throws IOException {
        var input = new DataInputStream(file);
        if (input.readInt() != MAGIC) {
            throw new IOException("it is no class file");
        }
        input.readInt();
        int constants = input.readUnsignedShort();
        var names = new String[constants];
        var classes = new int[constants];
        for (int i = 1; i < constants; i++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> names[i] = input.readUTF();
                case 7 -> classes[i] = input.readUnsignedShort();
                case 8, 16, 19, 20 -> input.readUnsignedShort();
                case 15 -> input.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> input.readInt();
                case 5, 6 -> {
                    input.readLong();
                    i++;
                }
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
        input.readUnsignedShort();
        var name = names[classes[input.readUnsignedShort()]];
        if (name == null) {
            throw new IOException("it does not say its name");
        }
        return name;
    }
}

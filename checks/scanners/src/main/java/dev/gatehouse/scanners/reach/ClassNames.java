package dev.gatehouse.scanners.reach;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * The names of classes in a class file's constant pool (Java Virtual Machine Specification, 4.4): what the code names,
 * what is in signatures and annotations, and texts that are the name of a class, by which it may be loaded.
 */
final class ClassNames {
    private static final int UTF8 = 1;

    /** Longer ones are data. */
    private static final int LONGEST_SIGNATURE = 8_192;

    private ClassNames() {}

    /**
     * Internal names.
     *
     * @param known whether there is a class of that name; others are left out
     */
    static Set<String> in(byte[] classFile, Predicate<String> known) {
        var reader = new ClassReader(classFile);
        var buffer = new char[reader.getMaxStringLength()];
        var names = new LinkedHashSet<String>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == UTF8) {
                add(text(reader, at, buffer), known, names);
            }
        }
        return names;
    }

    /** As {@link ClassReader#readUTF8}, of an item itself in place of one that points at it (4.4.7). */
    private static String text(ClassReader reader, int at, char[] buffer) {
        int end = at + 2 + reader.readUnsignedShort(at);
        int length = 0;
        for (int i = at + 2; i < end; ) {
            int one = reader.readByte(i++);
            if (one < 0x80) {
                buffer[length++] = (char) one;
            } else if ((one & 0xe0) == 0xc0) {
                buffer[length++] = (char) (((one & 0x1f) << 6) | (reader.readByte(i++) & 0x3f));
            } else {
                int second = reader.readByte(i++) & 0x3f;
                buffer[length++] = (char) (((one & 0x0f) << 12) | (second << 6) | (reader.readByte(i++) & 0x3f));
            }
        }
        return new String(buffer, 0, length);
    }

    private static void add(String text, Predicate<String> known, Set<String> names) {
        if (known.test(text)) {
            names.add(text);
            return;
        }
        if (text.indexOf('.') > 0 && text.indexOf(' ') < 0) {
            var named = text.replace('.', '/');
            if (known.test(named)) {
                names.add(named);
            }
        }
        if (text.length() > LONGEST_SIGNATURE) {
            return;
        }
        for (int start = text.indexOf('L'); start >= 0 && start < text.length() - 1; ) {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '<') {
                end++;
            }
            if (end < text.length()) {
                var named = text.substring(start + 1, end);
                if (known.test(named)) {
                    names.add(named);
                }
            }
            start = text.indexOf('L', start + 1);
        }
    }
}

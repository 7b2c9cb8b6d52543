package dev.gatehouse.findings.identity;

/**
 * A class by its two halves.
 *
 * @param packageName with dots; empty for the unnamed package
 * @param simpleName with its enclosing classes, such as {@code Cart$Item}
 */
public record ClassName(String packageName, String simpleName) {

    /** Reads a binary name, such as {@code shop.Cart$Item}. */
    public static ClassName of(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return new ClassName(binaryName.substring(0, Math.max(dot, 0)), binaryName.substring(dot + 1));
    }
}

package dev.gatehouse.jenkins.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A machine's folder of distributions. Each lies in a folder named by the SHA-256 of the zip that it came in, and that
 * folder appears by one rename of what was unpacked and checked: it is whole, or it is not there.
 */
public final class DistributionFolder {
    private final Path root;

    public DistributionFolder(Path root) {
        this.root = root;
    }

    /** Where the distribution of that digest is, or would be. */
    public Path of(String sha256) {
        return root.resolve(sha256);
    }

    public boolean has(String sha256) {
        return Files.isDirectory(of(sha256).resolve("lib"));
    }

    /**
     * Unpacks, unless it is there. Two that unpack at once do no harm: the second one to be ready throws its copy away.
     *
     * @throws IOException when the zip is not the one of that digest, or would write outside its folder
     */
    public Path unpack(String sha256, InputStream zip) throws IOException {
        if (has(sha256)) {
            return of(sha256);
        }
        Files.createDirectories(root);
        var fresh = root.resolve(".unpacking-" + UUID.randomUUID());
        try {
            unpackInto(fresh, sha256, zip);
            new Copies(fresh).make();
            moveInPlace(fresh, sha256);
        } finally {
            delete(fresh);
        }
        return of(sha256);
    }

    private void moveInPlace(Path fresh, String sha256) throws IOException {
        try {
            Files.move(fresh, of(sha256), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // whoever was faster has put the very same files there
            if (!has(sha256)) {
                throw e;
            }
        }
    }

    private static void unpackInto(Path folder, String sha256, InputStream zip) throws IOException {
        var digest = sha256();
        try (var counted = new DigestInputStream(zip, digest);
                var entries = new ZipInputStream(counted)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(folder, entry, entries);
            }
            // the directory of the zip comes after its last entry
            counted.transferTo(OutputStream.nullOutputStream());
        }
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException(
                    "the distribution arrived damaged: its SHA-256 is %s and should be %s".formatted(found, sha256));
        }
    }

    private static void write(Path folder, ZipEntry entry, InputStream content) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the distribution has an entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(content, file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, java.io.IOException problem) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

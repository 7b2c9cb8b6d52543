package dev.gatehouse.findings.policyfile;

import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.findings.config.Mistakes;
import dev.gatehouse.findings.config.YamlMap;
import dev.gatehouse.findings.config.YamlValue;
import dev.gatehouse.findings.purl.PackageUrl;
import dev.gatehouse.findings.vex.VexDocument;
import dev.gatehouse.findings.vex.VexFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code vex} and the files that it names, which lie in the policy file's directory or below. */
final class VexReader {
    private final Mistakes mistakes;
    private final VexFile files;

    VexReader(VexFile files, Mistakes mistakes) {
        this.files = files;
        this.mistakes = mistakes;
    }

    /** What {@code vex} says; nothing when the section is not there. */
    VexSection read(GatehouseFile file) {
        return file.section("vex")
                .flatMap(value -> mistakes.in(() -> section(value.map(), file.directory())))
                .orElse(new VexSection(List.of(), List.of()));
    }

    private VexSection section(YamlMap map, Path directory) {
        PolicyKeys.VEX.check(map, mistakes);
        var documents = map.get("files").map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> mistakes.in(() -> document(value, directory)))
                .flatMap(Optional::stream)
                .toList();
        var products = map.get("products").map(YamlValue::list).orElse(List.of()).stream()
                .map(value -> mistakes.in(() -> product(value)))
                .flatMap(Optional::stream)
                .toList();
        return new VexSection(documents, products);
    }

    private VexDocument document(YamlValue value, Path directory) {
        try {
            var file = directory.resolve(value.text()).normalize();
            if (!file.startsWith(directory.normalize())
                    || (file.toFile().exists() && !file.toRealPath().startsWith(directory.toRealPath()))) {
                throw value.wrong("'%s' lies outside the directory of this file; VEX files must be in it"
                        .formatted(value.text()));
            }
            if (!file.toFile().isFile()) {
                throw value.wrong("the VEX file '%s' is not there".formatted(value.text()));
            }
            return files.read(file, value.text());
        } catch (InvalidPathException | IOException e) {
            throw value.wrong("'%s' cannot be opened (%s)".formatted(value.text(), e.getMessage()));
        }
    }

    private static PackageUrl product(YamlValue value) {
        var purl = value.as(PackageUrl::of);
        if (purl.version() == null) {
            throw value.wrong(
                    "'%s' names no version; write it as %s@1.2.3".formatted(value.text(), purl.withoutVersion()));
        }
        return purl;
    }

    /**
     * The section as read.
     *
     * @param products package URLs by which this project is known in VEX files
     */
    record VexSection(List<VexDocument> documents, List<PackageUrl> products) {}
}

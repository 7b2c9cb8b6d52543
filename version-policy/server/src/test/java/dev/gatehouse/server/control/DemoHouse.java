package dev.gatehouse.server.control;

import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.server.control.account.Seal;
import dev.gatehouse.server.control.demo.Demo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Pattern;

/** The server with its demo in it. */
final class DemoHouse {
    private final House house;
    private final String told;

    DemoHouse(Path folder) throws IOException {
        Files.createDirectories(folder);
        var seal = new Seal(House.SECRET.getBytes(StandardCharsets.UTF_8), new SecureRandom());
        var ledger = new FileLedger(folder.resolve("ledger.jsonl"));
        told = new Demo(ledger, House.vault(folder), seal, new SecureRandom(), Clock.systemUTC())
                .fill(folder.resolve("policy.yml"));
        house = new House(folder);
    }

    House house() {
        return house;
    }

    byte[] secret(String name) {
        var line = Pattern.compile(name + " .* secret ([A-Z2-7]+)").matcher(told);
        if (!line.find()) {
            throw new IllegalArgumentException(name + " is not in the demo");
        }
        return Base32.decode(line.group(1));
    }
}

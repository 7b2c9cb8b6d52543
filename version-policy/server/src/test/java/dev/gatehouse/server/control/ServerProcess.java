package dev.gatehouse.server.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, that can be killed. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    final int port;

    ServerProcess(Path folder) throws IOException, InterruptedException {
        var told = folder.resolve("port");
        Files.deleteIfExists(told);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                folder.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        for (int i = 0; i < 600 && process.isAlive() && !Files.exists(told); i++) {
            Thread.sleep(50);
        }
        if (!Files.exists(told)) {
            process.destroyForcibly();
            throw new IOException(Files.readString(folder.resolve("server.log")));
        }
        port = Integer.parseInt(Files.readString(told));
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("cannot be killed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process: a server in a folder, until it is killed. */
    public static void main(String[] folder) throws IOException, InterruptedException {
        var path = Path.of(folder[0]);
        var house = new House(path);
        var ready = path.resolve("port.new");
        Files.write(ready, String.valueOf(house.server.port()).getBytes(StandardCharsets.US_ASCII));
        Files.move(ready, path.resolve("port"));
        Thread.currentThread().join();
    }
}

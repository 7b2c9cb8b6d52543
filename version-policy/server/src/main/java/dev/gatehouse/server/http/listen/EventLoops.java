package dev.gatehouse.server.http.listen;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;

/** Makes the Vert.x that a server runs on. */
public final class EventLoops {
    private EventLoops() {}

    /** @param loops threads that serve requests; the number of processors is right for the edge */
    public static Vertx start(int loops) {
        // neither files from the class path nor a cache folder on the disk
        var options = new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        return Vertx.builder()
                .with(options)
                .withTransport(new AcceptingLoops(fastest()))
                .build();
    }

    private static Transport fastest() {
        var system = Transport.nativeTransport();
        return system != null && system.available() ? system : Transport.NIO;
    }
}

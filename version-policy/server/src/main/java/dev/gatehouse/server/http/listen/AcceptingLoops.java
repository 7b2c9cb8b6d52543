package dev.gatehouse.server.http.listen;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A transport whose event loops accept connections themselves. Vert.x hands each new connection from a thread of its own
 * to an event loop; on one core that switch costs a third of all short connections.
 */
final class AcceptingLoops implements io.vertx.core.transport.Transport {
    private final io.vertx.core.transport.Transport usual;

    AcceptingLoops(io.vertx.core.transport.Transport usual) {
        this.usual = usual;
    }

    @Override
    public String name() {
        return usual.name();
    }

    @Override
    public boolean available() {
        return usual.available();
    }

    @Override
    public Throwable unavailabilityCause() {
        return usual.unavailabilityCause();
    }

    @Override
    public Transport implementation() {
        return new OneGroup(usual.implementation());
    }

    /** Vert.x asks for the event loops first, then for the acceptor. */
    private static final class OneGroup implements Transport {
        private final Transport usual;
        private @Nullable EventLoopGroup loops;

        OneGroup(Transport usual) {
            this.usual = usual;
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
            var ready = loops;
            if (type == ACCEPTOR_EVENT_LOOP_GROUP && ready != null) {
                return ready;
            }
            var group = usual.eventLoopGroup(type, threads, factory, ioRatio);
            if (type == IO_EVENT_LOOP_GROUP) {
                loops = group;
            }
            return group;
        }

        @Override
        public boolean supportsDomainSockets() {
            return usual.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return usual.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return usual.isAvailable();
        }

        @Override
        public Throwable unavailabilityCause() {
            return usual.unavailabilityCause();
        }

        @Override
        public java.net.SocketAddress convert(SocketAddress address) {
            return usual.convert(address);
        }

        @Override
        public SocketAddress convert(java.net.SocketAddress address) {
            return usual.convert(address);
        }

        @Override
        public IoHandlerFactory ioHandlerFactory() {
            return usual.ioHandlerFactory();
        }

        @Override
        public DatagramChannel datagramChannel() {
            return usual.datagramChannel();
        }

        @Override
        @SuppressWarnings("deprecation") // the type in Vert.x's own signature
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return usual.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domain) {
            return usual.channelFactory(domain);
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domain) {
            return usual.serverChannelFactory(domain);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            usual.configure(channel, options);
        }

        @Override
        public void configure(ClientOptionsBase options, int timeout, boolean domain, Bootstrap bootstrap) {
            usual.configure(options, timeout, domain, bootstrap);
        }

        @Override
        public void configure(NetServerOptions options, boolean domain, ServerBootstrap bootstrap) {
            usual.configure(options, domain, bootstrap);
        }
    }
}

package dev.gatehouse.server.http.fast;

import dev.gatehouse.policy.edge.http.Answer;
import dev.gatehouse.server.http.HttpDate;
import dev.gatehouse.server.http.Site;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a site's plain requests right behind Netty's decoder, with the prepared bytes in one write. Whatever is not
 * plain (a body, HTTP/1.0, an Expect, another site) goes on to the server, and so does everything that follows it on
 * the same connection: answers leave in the order of their requests without anybody keeping count.
 *
 * <p>One object a connection, used on the channel's thread only.
 */
public final class FastPath extends ChannelInboundHandlerAdapter {
    /** Names of the handlers in a pipeline. */
    private static final String NAME = "gatehouse-fast";

    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ROOM_FOR_REST = 96;

    private final Site site;
    private final HttpDate date;
    private final BooleanSupplier ending;
    private final Deadline deadline;
    private final ChannelHandlerContext encoder;
    private boolean handedOver;
    private boolean answering;
    private boolean closing;
    private @Nullable ByteBuf out;

    private FastPath(
            Site site, HttpDate date, BooleanSupplier ending, Deadline deadline, ChannelHandlerContext encoder) {
        this.site = site;
        this.date = date;
        this.ending = ending;
        this.deadline = deadline;
        this.encoder = encoder;
    }

    /**
     * Puts itself into an HTTP/1.1 pipeline.
     *
     * @param server the handler to which requests go on
     * @param ending whether the server is about to stop, so that connections are closed after their answer
     */
    public static void into(
            ChannelHandlerContext server, Site site, HttpDate date, BooleanSupplier ending, Duration requestLimit) {
        var pipeline = server.pipeline();
        var decoder = pipeline.context("httpDecoder");
        var encoder = pipeline.context("httpEncoder");
        if (decoder == null || encoder == null) {
            return;
        }
        var deadline = new Deadline(requestLimit);
        pipeline.addBefore("httpDecoder", NAME + "-deadline", deadline);
        // behind decoder and idle handler, which has to see what is read and stands before the decoder with TLS, but
        // after
        // it without; and before everything that keeps count of requests
        var names = pipeline.names();
        var before = names.indexOf("idle") > names.indexOf(encoder.name()) ? "idle" : encoder.name();
        pipeline.addAfter(before, NAME, new FastPath(site, date, ending, deadline, encoder));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !handedOver) {
            if (!closing && isPlain(request)) {
                answer(context, request);
                answering = true;
            } else if (!closing) {
                handedOver = true;
            }
        }
        if (message instanceof LastHttpContent) {
            deadline.requestIsWhole();
        }
        if (handedOver) {
            send(context);
            context.fireChannelRead(message);
            return;
        }
        // plain requests have no content but the empty last one
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            answering = false;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        send(context);
        context.fireChannelReadComplete();
    }

    /** A client that asks on and on, but does not read, is not read from either. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!handedOver) {
            context.channel().config().setAutoRead(context.channel().isWritable());
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ReferenceCountUtil.release(out);
        out = null;
        context.fireChannelInactive();
    }

    private boolean isPlain(HttpRequest request) {
        var headers = request.headers();
        return !answering
                && request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && site.owns(request.uri())
                && headers.contains(HttpHeaderNames.HOST)
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE);
    }

    private void answer(ChannelHandlerContext context, HttpRequest request) {
        var answer = site.answer(new NettyAsked(request));
        closing = !HttpUtil.isKeepAlive(request) || ending.getAsBoolean();
        var head = answer.head().bytes();
        var buffer = out;
        int size = head.length + answer.contentLength() + ROOM_FOR_REST;
        if (buffer == null) {
            buffer = context.alloc().ioBuffer(size);
            out = buffer;
        }
        buffer.ensureWritable(size);
        buffer.writeBytes(head);
        buffer.writeBytes(date.line());
        if (answer.tellsLength()) {
            buffer.writeBytes(LENGTH);
            decimal(buffer, answer.contentLength());
            buffer.writeBytes(LINE_END);
        }
        if (closing) {
            buffer.writeBytes(CLOSE);
        }
        buffer.writeBytes(LINE_END);
        write(buffer, answer);
    }

    private static void write(ByteBuf buffer, Answer answer) {
        for (var piece : answer.sent()) {
            buffer.writeBytes(piece);
        }
    }

    private static void decimal(ByteBuf buffer, int number) {
        int unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            buffer.writeByte('0' + number / unit % 10);
        }
    }

    /** From the encoder's own place on, so that it does not see what is written already. */
    private void send(ChannelHandlerContext context) {
        var buffer = out;
        if (buffer == null) {
            return;
        }
        out = null;
        var sent = encoder.writeAndFlush(buffer);
        if (closing) {
            sent.addListener(ChannelFutureListener.CLOSE);
        } else if (!context.channel().isWritable()) {
            context.channel().config().setAutoRead(false);
        }
    }
}

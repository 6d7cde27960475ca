package io.convoy.cassandra;

import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/** Five threads that all sessions share: the driver would start as many for each, and Convoy has one session per node. */
final class SharedNetty implements NettyOptions, AutoCloseable {

    private final EventLoopGroup connections =
            new NioEventLoopGroup(2, new DefaultThreadFactory("convoy-cql-io", true));
    private final EventExecutorGroup administration =
            new DefaultEventExecutorGroup(2, new DefaultThreadFactory("convoy-cql-admin", true));
    private final Timer timer =
            new HashedWheelTimer(new DefaultThreadFactory("convoy-cql-timer", true), 100, TimeUnit.MILLISECONDS, 512);

    @Override
    public EventLoopGroup ioEventLoopGroup() {
        return connections;
    }

    @Override
    public Class<? extends Channel> channelClass() {
        return NioSocketChannel.class;
    }

    @Override
    public EventExecutorGroup adminEventExecutorGroup() {
        return administration;
    }

    @Override
    public ByteBufAllocator allocator() {
        return ByteBufAllocator.DEFAULT;
    }

    @Override
    public void afterBootstrapInitialized(Bootstrap bootstrap) {
        // The driver's usual socket options will do.
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        // Nothing to add.
    }

    @Override
    public Future<Void> onClose() {
        // One session ends, the others go on.
        return GlobalEventExecutor.INSTANCE.newSucceededFuture(null);
    }

    @Override
    public Timer getTimer() {
        return timer;
    }

    @Override
    public void close() {
        var unused = connections.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        var unusedToo = administration.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        timer.stop();
    }
}

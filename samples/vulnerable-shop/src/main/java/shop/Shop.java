package shop;

import java.net.InetAddress;

/** The command: {@code java -jar vulnerable-shop.jar [--port PORT] [--address ADDRESS]}. */
public final class Shop {
    private static final int USAGE = 2;
    private static final int LARGEST_PORT = 65535;

    private Shop() {}

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw new IllegalArgumentException("'" + value + "' is no port: use a number from 0 to 65535");
        }
        return Integer.parseInt(value);
    }

    public static void main(String[] arguments) throws Exception {
        var address = InetAddress.getLoopbackAddress();
        int port = 8080;
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                var value = i + 1 < arguments.length ? arguments[i + 1] : "";
                switch (arguments[i]) {
                    case "--port" -> port = port(value);
                    case "--address" -> address = InetAddress.getByName(value);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            ShopServer.refuseUnlessLoopback(address);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: java -jar vulnerable-shop.jar [--port PORT] [--address LOOPBACK_ADDRESS]");
            System.exit(USAGE);
        }
        var server = ShopServer.start(address, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        System.out.println("The vulnerable shop is open at " + server.address() + " (this machine only)");
        server.accounts()
                .passwords()
                .forEach((user, password) -> System.out.println("  sign in as " + user + " with " + password));
        server.await();
    }
}

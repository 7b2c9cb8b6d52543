package shop;

import java.net.InetAddress;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import shop.account.Accounts;
import shop.store.Database;
import shop.store.Storage;
import shop.web.Home;
import shop.web.SafeResponses;
import shop.web.StyleSheet;

/** The running shop: an embedded Tomcat on a loopback address, a database in memory and a folder of its own. */
public final class ShopServer implements AutoCloseable {
    private final Tomcat tomcat;
    private final Storage storage;
    private final Accounts accounts;

    private ShopServer(Tomcat tomcat, Storage storage, Accounts accounts) {
        this.tomcat = tomcat;
        this.storage = storage;
        this.accounts = accounts;
    }

    /** The weaknesses in here are real, so nobody but this machine may reach them. */
    static void refuseUnlessLoopback(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "the vulnerable shop opens on a loopback address only, not on " + address);
        }
    }

    /** Starts the shop; port 0 takes a free one. */
    public static ShopServer start(InetAddress address, int port) throws Exception {
        refuseUnlessLoopback(address);
        var storage = Storage.create();
        var database = Database.create();
        var accounts = new Accounts(database);
        var tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(storage.serverFolder().toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", address.getHostAddress());
        var context = tomcat.addContext("", storage.serverFolder().toString());
        var cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("lax");
        context.setCookieProcessor(cookies);
        var topics = Topics.all(database, storage, accounts);
        for (var topic : topics) {
            Tomcat.addServlet(context, topic.path(), topic.servlet());
            context.addServletMappingDecoded("/weak" + topic.path(), topic.path());
            context.addServletMappingDecoded("/fixed" + topic.path(), topic.path());
        }
        Tomcat.addServlet(context, "home", new Home(topics));
        context.addServletMappingDecoded("", "home");
        Tomcat.addServlet(context, "style", new StyleSheet());
        context.addServletMappingDecoded("/style.css", "style");
        addSafeResponses(context);
        tomcat.start();
        return new ShopServer(tomcat, storage, accounts);
    }

    private static void addSafeResponses(Context context) {
        var filter = new FilterDef();
        filter.setFilterName("safe responses");
        filter.setFilter(new SafeResponses());
        context.addFilterDef(filter);
        var everywhere = new FilterMap();
        everywhere.setFilterName(filter.getFilterName());
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    /** Where the home page is, such as {@code http://127.0.0.1:8080/}. */
    public URI address() {
        var host = String.valueOf(tomcat.getConnector().getProperty("address")).replace("/", "");
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + tomcat.getConnector().getLocalPort() + "/");
    }

    public Accounts accounts() {
        return accounts;
    }

    public Storage storage() {
        return storage;
    }

    void await() {
        tomcat.getServer().await();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the server did not stop cleanly", e);
        } finally {
            storage.remove();
        }
    }
}

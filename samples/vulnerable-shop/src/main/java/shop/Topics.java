package shop;

import java.util.List;
import shop.account.Accounts;
import shop.account.Newsletter;
import shop.account.OrderPage;
import shop.account.Preferences;
import shop.account.ProfileImport;
import shop.account.Registration;
import shop.account.RememberMe;
import shop.account.SignIn;
import shop.account.SignInLog;
import shop.admin.Diagnostics;
import shop.admin.FileListing;
import shop.admin.HostCheck;
import shop.admin.StockApi;
import shop.admin.VisitLog;
import shop.cart.Coupon;
import shop.cart.DeliveryNote;
import shop.cart.GiftMessage;
import shop.cart.OrderImport;
import shop.cart.SavedCart;
import shop.catalogue.CatalogueImport;
import shop.catalogue.PicturePreview;
import shop.catalogue.PictureUpload;
import shop.catalogue.ProductManual;
import shop.catalogue.ProductPicture;
import shop.catalogue.ProductSearch;
import shop.catalogue.SupplierLink;
import shop.catalogue.WishList;
import shop.store.Database;
import shop.store.Storage;
import shop.web.Topic;
import shop.web.TwinServlet;

/** The table of contents. */
final class Topics {
    private Topics() {}

    static List<Topic> all(Database database, Storage storage, Accounts accounts) {
        return List.of(
                topic("catalogue/search", "Find a product", "A05", "SQL injection", new ProductSearch(database)),
                topic("catalogue/wish", "Wish for a product", "A05", "Reflected cross-site scripting", new WishList()),
                topic("catalogue/picture", "Look at a picture", "A01", "Path traversal", new ProductPicture(storage)),
                topic("catalogue/manual", "Read a manual", "A01", "Path traversal", new ProductManual(storage)),
                topic("catalogue/supplier", "Visit a supplier", "A01", "Open redirect", new SupplierLink()),
                topic(
                        "catalogue/preview",
                        "Preview from a partner",
                        "A01",
                        "Server-side request forgery",
                        new PicturePreview()),
                topic(
                        "catalogue/upload",
                        "Upload a picture",
                        "A01",
                        "File name from the client",
                        new PictureUpload(storage)),
                topic(
                        "catalogue/import",
                        "Import products",
                        "A08",
                        "YAML that builds any object",
                        new CatalogueImport()),
                topic("cart/restore", "Restore a saved cart", "A08", "Deserialization", new SavedCart()),
                topic("cart/coupon", "Get a coupon", "A04", "Predictable random numbers", new Coupon()),
                topic(
                        "cart/note",
                        "Encrypt a delivery note",
                        "A04",
                        "DES in ECB mode, key in the code",
                        new DeliveryNote()),
                topic("cart/order-xml", "Send an order as XML", "A02", "XML external entities", new OrderImport()),
                topic("cart/gift", "Write a gift message", "A03", "Text4Shell in an old library", new GiftMessage()),
                topic("account/sign-in", "Sign in", "A07", "Password in the code", new SignIn(accounts)),
                topic(
                        "account/order",
                        "Look at an order",
                        "A01",
                        "No check of the owner",
                        new OrderPage(database, accounts)),
                topic("account/register", "Register", "A04", "Password stored as MD5", new Registration()),
                topic("account/remember", "Remember me", "A02", "Cookie without flags", new RememberMe()),
                topic("account/preferences", "Preferences", "A06", "Trust boundary violation", new Preferences()),
                topic("account/profile", "Import a profile", "A08", "JSON that builds any object", new ProfileImport()),
                topic("account/sign-in-log", "Report a failed sign-in", "A09", "Forged log lines", new SignInLog()),
                topic("account/newsletter", "Newsletter", "A01", "Form without a token", new Newsletter()),
                topic("admin/check", "Check a service", "A05", "Command injection", new HostCheck()),
                topic("admin/diagnostics", "Diagnostics", "A10", "Stack trace on the page", new Diagnostics()),
                topic("admin/stock", "Stock as JSON", "A02", "Permissive CORS", new StockApi()),
                topic("admin/visit", "Count this visit", "A03", "Log4Shell in an old library", new VisitLog()),
                topic(
                        "admin/files/*",
                        "Files",
                        "A01",
                        "Directory listing and a backup file",
                        new FileListing(storage)));
    }

    private static Topic topic(String path, String title, String category, String weakness, TwinServlet servlet) {
        var area = path.substring(0, path.indexOf('/'));
        return new Topic(area, "/" + path, title, category + ":2025", weakness, servlet);
    }
}

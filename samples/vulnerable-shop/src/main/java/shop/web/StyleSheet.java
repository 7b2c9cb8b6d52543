package shop.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** How the shop looks. */
public final class StyleSheet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String STYLE = """
            :root { --ink: #243029; --paper: #fbfaf5; --leaf: #2f7a4d; --warm: #b4472f; }
            body { margin: 0 auto; max-width: 52rem; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif;
                   color: var(--ink); background: var(--paper); }
            header { padding: 1.2rem 0; border-bottom: 3px solid var(--leaf); }
            header a { font-size: 1.3rem; font-weight: 700; color: var(--leaf); text-decoration: none; }
            h1 { font-size: 1.7rem; } h2 { text-transform: capitalize; margin: 1.6rem 0 .3rem; }
            table { width: 100%; border-collapse: collapse; }
            th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #e2dfd2; font-weight: 400; }
            a.weak { color: var(--warm); } a.fixed { color: var(--leaf); }
            form { margin: 1rem 0; } input, textarea { font: inherit; padding: .35rem .5rem; border: 1px solid #b9b6a6;
                   border-radius: .3rem; } textarea { display: block; width: 100%; box-sizing: border-box; }
            button { font: inherit; padding: .35rem 1rem; border: 0; border-radius: .3rem; color: #fff;
                   background: var(--leaf); }
            pre { padding: .8rem; overflow: auto; background: #efede3; border-radius: .3rem; }
            footer { margin: 2.5rem 0 1rem; font-size: .85rem; color: #6b7269; }
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.getOutputStream().write(STYLE.getBytes(StandardCharsets.UTF_8));
    }
}

package shop.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Links every page, weak and fixed, so that a person and a spider find them. */
public final class Home extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient List<Topic> topics;

    public Home(List<Topic> topics) {
        this.topics = topics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var lines =
                topics.stream().collect(groupingBy(Topic::area, LinkedHashMap::new, mapping(Home::line, joining())));
        var body = new StringBuilder("<p>Every page is there twice: with a weakness and without it.</p>");
        lines.forEach((area, table) -> body.append("<h2>%s</h2><table>%s</table>".formatted(area, table)));
        Page.send(response, "Welcome", body.toString());
    }

    private static String line(Topic topic) {
        return """
                <tr><th>%1$s</th><td>%2$s %3$s</td><td><a class="weak" href="/weak%4$s">weak</a></td>\
                <td><a class="fixed" href="/fixed%4$s">fixed</a></td></tr>
                """.formatted(
                topic.title(), topic.category(), topic.weakness(), topic.path().replace("*", ""));
    }
}

package shop.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;
import shop.web.Page;
import shop.web.TwinServlet;

/** A08:2025, CWE-502: with default typing the JSON names the class to build. */
public final class ProfileImport extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final String EXAMPLE = "{\"nickname\": \"ada\", \"extra\": {}}";

    /** What is imported. */
    public static final class Profile {
        public String nickname = "";
        public Object extra = "";
    }

    @Override
    @SuppressWarnings("deprecation")
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var mapper = new ObjectMapper();
        mapper.enableDefaultTyping();
        show(mapper.readValue(profile(request, "{\"nickname\": \"ada\"}"), Profile.class), response);
    }

    /** The class is the shop's choice; JSON objects become maps. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var mapper = new ObjectMapper();
        show(mapper.readValue(profile(request, EXAMPLE), Profile.class), response);
    }

    private static String profile(HttpServletRequest request, String example) {
        var profile = parameter(request, "profile");
        return profile.isEmpty() ? example : profile;
    }

    private static void show(Profile profile, HttpServletResponse response) throws IOException {
        var form = Page.textForm("profile", "Profile as JSON", Encode.forHtml("{\"nickname\": \"ada\"}"));
        var text = profile.nickname + " " + profile.extra;
        Page.send(response, "Import a profile", form + "<p>" + Encode.forHtml(text) + "</p>");
    }
}

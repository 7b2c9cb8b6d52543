package dev.gatehouse.findings.report.junit;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * @param seconds wall time
 * @param message why it did not pass; one line
 * @param detail several lines
 */
record TestCase(String suite, String name, double seconds, Result result, String message, String detail) {

    enum Result {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    void write(Writer xml) throws IOException {
        xml.write("    <testcase classname=\"" + XmlText.attribute(suite) + "\" name=\"" + XmlText.attribute(name)
                + "\" time=\"" + String.format(Locale.ROOT, "%.3f", seconds) + "\"");
        switch (result) {
            case PASSED -> xml.write("/>\n");
            case SKIPPED ->
                xml.write(">\n      <skipped message=\"" + XmlText.attribute(message) + "\"/>\n    </testcase>\n");
            case FAILURE -> writeFault(xml, "failure");
            case ERROR -> writeFault(xml, "error");
        }
    }

    private void writeFault(Writer xml, String element) throws IOException {
        xml.write(">\n      <%s message=\"%s\" type=\"gatehouse\">%s</%s>\n    </testcase>\n"
                .formatted(element, XmlText.attribute(message), XmlText.content(detail), element));
    }
}

package dev.gatehouse.server.alert;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Sends an alarm by e-mail (RFC 5321), with TLS and its certificate checked unless the settings say otherwise. */
public final class Mail implements Channel {
    private static final String PATIENCE_MILLIS = "10000";

    private final MailSettings settings;
    private final Session session;

    public Mail(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public void send(Alert alert) throws IOException {
        try {
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            for (var address : settings.to()) {
                message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            }
            message.setSubject("Gatehouse: " + alert.event(), StandardCharsets.UTF_8.name());
            message.setText(alert.text(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(alert.time()));
            // mail programs must not answer it with "out of office" (RFC 3834)
            message.setHeader("Auto-Submitted", "auto-generated");
            if (settings.user().isEmpty()) {
                Transport.send(message);
            } else {
                Transport.send(message, settings.user(), settings.password());
            }
        } catch (MessagingException e) {
            // the message may quote what the server said, which is no secret; addresses and passwords it does not
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public String name() {
        return "e-mail";
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> properties.setProperty("mail.smtp.starttls.required", "true");
            case NONE -> {}
        }
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
        }
        return properties;
    }
}

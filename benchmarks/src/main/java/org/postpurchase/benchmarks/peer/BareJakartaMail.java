package org.postpurchase.benchmarks.peer;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.postpurchase.benchmarks.measure.Sample;

/**
 * The mail library alone: builds a multipart mail of a ready text and sends it over one connection
 * that stays open. No database, no template.
 */
public final class BareJakartaMail implements AutoCloseable {
  private final Session session;
  private final Transport transport;
  private final String subject;
  private final String text;
  private final String html;

  /**
   * @param like a mail as it came over the wire, whose texts are sent
   */
  public BareJakartaMail(int port, String like) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    properties.setProperty("mail.smtp.timeout", "10000");
    session = Session.getInstance(properties);
    MimeMessage sent =
        new MimeMessage(session, new ByteArrayInputStream(like.getBytes(StandardCharsets.UTF_8)));
    subject = sent.getSubject();
    Multipart parts = (Multipart) sent.getContent();
    text = String.valueOf(parts.getBodyPart(0).getContent());
    html = String.valueOf(parts.getBodyPart(1).getContent());
    transport = session.getTransport("smtp");
    transport.connect();
  }

  public Sample slice(int mails) throws Exception {
    return Sample.of(
        mails,
        () -> {
          for (int i = 0; i < mails; i++) {
            Message mail = mail(i);
            transport.sendMessage(mail, mail.getAllRecipients());
          }
        });
  }

  private Message mail(int number) throws Exception {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress("shop@shop.example", "Fennbrook"));
    mail.setRecipients(Message.RecipientType.TO, "p" + number + "@example.com");
    mail.setSubject(subject, "UTF-8");
    mail.setSentDate(new Date());
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(text, "plain"));
    parts.addBodyPart(part(html, "html"));
    mail.setContent(parts);
    mail.saveChanges();
    return mail;
  }

  private static BodyPart part(String content, String subtype) throws Exception {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, "UTF-8", subtype);
    return part;
  }

  @Override
  public void close() throws Exception {
    transport.close();
  }
}

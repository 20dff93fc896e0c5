package org.postpurchase.messaging.mail;

import jakarta.activation.CommandMap;
import jakarta.activation.MailcapCommandMap;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import org.eclipse.angus.mail.handlers.multipart_mixed;
import org.eclipse.angus.mail.handlers.text_html;
import org.eclipse.angus.mail.handlers.text_plain;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.shared.AsciiAddress;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;

/**
 * A text-and-HTML mail whose Message-ID was decided long before.
 *
 * <p>Names its content handlers itself instead of through {@code META-INF/mailcap}: that file is
 * shared by every mail library on a class path, and the host brings an old one that must not find
 * ours (nor we its).
 */
final class MimeMail extends MimeMessage {
  static {
    MailcapCommandMap handlers = new MailcapCommandMap();
    handler(handlers, "text/plain", text_plain.class);
    handler(handlers, "text/html", text_html.class);
    handler(handlers, "multipart/*", multipart_mixed.class);
    CommandMap.setDefaultCommandMap(handlers);
    // Else the library reads META-INF/services several times for each mail. The name is that of our
    // own copy of the library once that is relocated, so nobody else is told.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final String id;

  private MimeMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  private static void handler(MailcapCommandMap handlers, String type, Class<?> handler) {
    handlers.addMailcap(type + ";; x-java-content-handler=" + handler.getName());
  }

  static MimeMail of(Session session, InternetAddress from, OutgoingMessage mail)
      throws MessagingException {
    MimeMail mime = new MimeMail(session, mail.mimeMessageId);
    mime.setFrom(from);
    mime.setRecipient(
        Message.RecipientType.TO,
        new InternetAddress(EmailAddress.of(mail.recipient).ascii(), true));
    mime.setHeader("Subject", SubjectHeader.of(mail.content.subject));
    mime.setSentDate(Date.from(mail.date));
    mime.setHeader("Auto-Submitted", "auto-generated");
    if (mail.purpose == Purpose.TRANSACTIONAL) {
      mime.setHeader("X-Auto-Response-Suppress", "All");
    }
    if (!mail.unsubscribeUrl.isEmpty()) { // RFC 2369 and RFC 8058
      mime.setHeader("List-Unsubscribe", "<" + AsciiAddress.of(mail.unsubscribeUrl) + ">");
      mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(mail.content.text, "plain"));
    alternatives.addBodyPart(part(mail.content.html, "html"));
    mime.setContent(alternatives);
    mime.saveChanges();
    return mime;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    WholeMail whole = new WholeMail();
    super.writeTo(whole, ignored);
    whole.sendTo(out);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}

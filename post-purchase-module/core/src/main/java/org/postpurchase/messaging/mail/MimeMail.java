package org.postpurchase.messaging.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import org.postpurchase.messaging.OutgoingMail;
import org.postpurchase.messaging.Purpose;

/** A text-and-HTML mail whose Message-ID was decided long before. */
final class MimeMail extends MimeMessage {
  private final String id;

  private MimeMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  static MimeMail of(Session session, String from, OutgoingMail mail) throws MessagingException {
    MimeMail mime = new MimeMail(session, mail.mimeMessageId);
    mime.setFrom(new InternetAddress(from, true));
    mime.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient, true));
    mime.setSubject(mail.content.subject, "UTF-8");
    mime.setSentDate(Date.from(mail.date));
    mime.setHeader("Auto-Submitted", "auto-generated");
    if (mail.purpose == Purpose.TRANSACTIONAL) {
      mime.setHeader("X-Auto-Response-Suppress", "All");
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
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}

package org.postpurchase.messaging.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.function.Supplier;
import org.postpurchase.messaging.ChannelConnection;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.Reasons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends over one SMTP connection that is kept for the whole run; a connection that went stale is
 * replaced once per mail.
 */
final class SmtpConnection implements ChannelConnection {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

  private final Supplier<SmtpSettings> settings;
  private SmtpSettings current;
  private InternetAddress sender;
  private Session session;
  private StageAwareTransport transport;
  private StageAwareTransport connecting;

  SmtpConnection(Supplier<SmtpSettings> settings) {
    this.settings = settings;
  }

  @Override
  public SendOutcome send(OutgoingMessage mail) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(
        SmtpConnection.class.getClassLoader()); // finds the MIME handlers in our own library
    try {
      boolean reused = transport != null;
      SendOutcome outcome = attempt(mail);
      boolean stale = reused && outcome.kind == Kind.SERVER && outcome.stopsChannel;
      return stale ? attempt(mail) : outcome;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    StageAwareTransport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        LOG.debug("closing the mail connection failed: {}", Reasons.of(e));
      }
    }
  }

  private SendOutcome attempt(OutgoingMessage mail) {
    try {
      connect();
    } catch (AddressException e) {
      close();
      return SmtpFailure.ofSender(current.from, e);
    } catch (MessagingException e) {
      close();
      return SmtpFailure.whileConnecting(e, connecting.refusedAt(), connecting.refusal());
    }
    MimeMail mime;
    try {
      mime = MimeMail.of(session, sender, mail);
    } catch (MessagingException | InvalidEmailAddressException e) {
      return SendOutcome.of(Kind.CONTENT, "The mail cannot be built: " + e.getMessage());
    }
    try {
      transport.sendMessage(mime, mime.getAllRecipients());
      return SendOutcome.accepted();
    } catch (MessagingException | RuntimeException e) {
      boolean handedOver = transport.wasHandedOver();
      close();
      return SmtpFailure.whileSending(e, handedOver);
    }
  }

  private void connect() throws MessagingException {
    if (transport != null) {
      return;
    }
    current = settings.get();
    sender = current.sender();
    session = Session.getInstance(current.sessionProperties());
    connecting = new StageAwareTransport(session, current.protocol);
    connecting.connect(
        current.host,
        current.port,
        current.hasUser() ? current.user : null,
        current.hasUser() ? current.password : null);
    transport = connecting;
  }
}

package org.postpurchase.messaging.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that knows whether the whole mail had been handed over when something broke.
 *
 * <p>Before the final dot is sent a broken connection means "not delivered"; after it, nobody can
 * know (RFC 1047).
 */
final class StageAwareTransport extends SMTPTransport {
  private static final int CLOSING = 421;

  private boolean handedOver;
  private Stage stage = Stage.GREETING;
  private Stage refusedAt;
  private SmtpReply refusal;

  StageAwareTransport(Session session, String protocol) {
    super(
        session,
        new URLName(protocol, null, -1, null, null, null),
        protocol,
        "smtps".equals(protocol));
  }

  boolean wasHandedOver() {
    return handedOver;
  }

  /** Where the last refusal came; null when nothing was refused. */
  Stage refusedAt() {
    return refusedAt;
  }

  /** The last refusal on this connection; null when nothing was refused. */
  SmtpReply refusal() {
    return refusal;
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    stage = Stage.after(stage, command);
    super.sendCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    SmtpReply reply = SmtpReply.of(getLastServerResponse());
    if (reply != null) {
      refusedAt = stage;
      refusal = reply;
    } else if (code < 0 && (refusal == null || refusal.code != CLOSING)) {
      // the connection broke: unless the server had said that it would, no refusal explains that
      refusal = null;
    }
    return code;
  }

  @Override
  public synchronized void sendMessage(Message message, Address[] addresses)
      throws MessagingException {
    handedOver = false;
    super.sendMessage(message, addresses);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    super.finishData();
  }

  @Override
  protected void finishBdat() throws IOException, MessagingException {
    handedOver = true;
    super.finishBdat();
  }
}

package org.postpurchase.messaging.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.messaging.SendOutcome.Kind;
import org.postpurchase.shared.Reasons;

/** Sorts what went wrong with a mail server by whose fault it is: {@link FaultTable}. */
final class SmtpFailure {
  private SmtpFailure() {}

  /**
   * @param refusal the last refusal on that connection; null when the server refused nothing
   */
  static SendOutcome whileConnecting(MessagingException e, Stage stage, SmtpReply refusal) {
    if (e instanceof AuthenticationFailedException) {
      String reason = "The mail server refused the shop's user name or password: " + Reasons.of(e);
      return refusal == null
          ? SendOutcome.of(Kind.SENDER, reason)
          : FaultTable.outcome(Stage.AUTH, refusal, reason);
    }
    if (refusal == null) {
      return SendOutcome.unreachable("The mail server cannot be reached: " + Reasons.of(e));
    }
    return FaultTable.outcome(
        stage, refusal, "The mail server refused the connection: " + oneLine(refusal));
  }

  /** The shop's settings are wrong, not this mail: it waits until they are right. */
  static SendOutcome ofSender(String from, MessagingException e) {
    return SendOutcome.of(
        Kind.SENDER, "The shop's sender address '" + from + "' cannot be used: " + Reasons.of(e));
  }

  static SendOutcome whileSending(Exception e, boolean handedOver) {
    SMTPAddressFailedException recipient = find(SMTPAddressFailedException.class, e);
    SMTPSendFailedException command = find(SMTPSendFailedException.class, e);
    SmtpReply ofRecipient = recipient == null ? null : SmtpReply.of(recipient.getMessage());
    if (ofRecipient != null) {
      return FaultTable.outcome(
          Stage.RCPT, ofRecipient, "The recipient was refused: " + oneLine(ofRecipient));
    }
    SmtpReply reply = command == null ? null : SmtpReply.of(command.getMessage());
    if (reply != null) {
      boolean ofSender = String.valueOf(command.getCommand()).startsWith("MAIL");
      String what =
          handedOver
              ? "The mail was refused: "
              : ofSender ? "The shop's sender was refused: " : "The mail server refused: ";
      return FaultTable.outcome(
          handedOver ? Stage.DOT : ofSender ? Stage.MAIL : Stage.DATA,
          reply,
          what + oneLine(reply));
    }
    String reason = Reasons.of(e);
    return handedOver
        ? SendOutcome.of(
            Kind.UNCLEAR, "The connection broke before the server confirmed the mail: " + reason)
        : SendOutcome.unreachable("The connection to the mail server broke: " + reason)
            .maybeOfThisMail();
  }

  private static String oneLine(SmtpReply reply) {
    return Reasons.clip(reply.text.replaceAll("\\s+", " "));
  }

  /** Of the failure and the further ones it carries, the first of that type, or null. */
  private static <T extends Exception> T find(Class<T> type, Exception e) {
    Exception part = e;
    while (part != null && !type.isInstance(part)) {
      part =
          part instanceof MessagingException
              ? ((MessagingException) part).getNextException()
              : null;
    }
    return type.cast(part);
  }
}

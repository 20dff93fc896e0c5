package org.postpurchase.sms;

import java.util.Optional;
import org.postpurchase.feedback.CallbackRequest;

/**
 * A service that carries text messages. Safe for use by several threads; called outside
 * transactions, except for reading callbacks, which talks to nobody.
 */
public interface SmsProvider {
  /** Stored with every event of it: 1 to 20 lower-case letters, never changed. */
  String key();

  /**
   * Hands one message over; never throws for failures of the other side.
   *
   * @param callbackUrl where the provider tells what becomes of it
   */
  SmsResult send(String number, String text, String callbackUrl);

  /** Whether the request was signed by the provider. Nothing of it may be believed before. */
  boolean isGenuine(CallbackRequest request);

  /** What became of a message; empty when the request is not about that. */
  Optional<SmsReport> report(CallbackRequest request);

  /** A message that somebody has sent to the shop; empty when the request is none. */
  Optional<InboundSms> inbound(CallbackRequest request);

  /** The body of the answer to an inbound message: the provider sends this text back. */
  String replying(String text);

  /** The type of that body. */
  String replyType();
}

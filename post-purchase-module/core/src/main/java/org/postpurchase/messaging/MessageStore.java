package org.postpurchase.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postpurchase.shared.Who;

/**
 * The message table. Methods join the caller's transaction. Leases by database time, due moments by
 * the business clock.
 */
public interface MessageStore {
  /** Queues a message due at once and returns its id; empty when its key is already there. */
  OptionalLong queue(NewMessage message, Instant now);

  /**
   * Leases up to {@code limit} messages: due ones, and those whose sender died. Of the latter,
   * marketing messages are not leased but become UNCERTAIN.
   */
  List<Message> claim(Instant now, int limit, String owner, int leaseSeconds);

  /**
   * Records the end of an attempt; nothing happens and false is returned when the lease was lost.
   */
  boolean conclude(
      Message message, MessageState state, Instant at, String reason, RenderedMessage rendered);

  /**
   * Gives the message back for a later attempt; {@code counted} is false when this one never
   * reached its own turn.
   */
  void requeue(Message message, Instant dueAt, String reason, boolean counted);

  /**
   * Puts a FAILED or UNCERTAIN message back into the queue on a person's word; false when it is
   * neither.
   */
  boolean sendAgain(long id, Instant now);

  Optional<Message> find(long id);

  /** The texts as they were sent; empty before that. */
  Optional<RenderedMessage> findRendered(long id);

  /** Newest first; all states when {@code state} is null. */
  List<Message> list(MessageState state, int limit, int offset);

  int count(MessageState state);

  /** The same for messages to those people, or about their orders. */
  List<Message> list(MessageState state, Who who, int limit, int offset);

  int count(MessageState state, Who who);

  Optional<Instant> nextDueAt();
}

package org.postpurchase.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;

/**
 * The message table. Methods join the caller's transaction. Leases by database time, due moments by
 * the business clock.
 */
public interface MessageStore {
  /** Queues a message due at once and returns its id; empty when its key is already there. */
  OptionalLong queue(NewMessage message, Instant now);

  /**
   * {@link #queue} for many, in a number of statements that does not depend on how many; the
   * answers are in the order of the messages.
   */
  List<OptionalLong> queueAll(List<NewMessage> messages, Instant now);

  /**
   * Leases up to {@code limit} messages of the channel: due ones, and those whose sender died. What
   * it had only claimed is leased like any other. Of what it had begun to hand over, advertising is
   * not leased but becomes UNCERTAIN; so does order mail when that is its second unclear end.
   */
  List<Message> claim(String channel, Instant now, int limit, String owner, int leaseSeconds);

  /**
   * Marks claimed messages: their hand-over begins now and counts as an attempt. Returns those
   * whose lease is still ours, as they are then.
   */
  List<Message> begin(List<Message> claimed, Instant now);

  /**
   * Records the end of an attempt; nothing happens and false is returned when the lease was lost.
   */
  boolean conclude(
      Message message, MessageState state, Instant at, String reason, RenderedMessage rendered);

  /** SENDING → SENT for each, with what it said, as one batch; what lost its lease stays. */
  void sent(Map<Message, RenderedMessage> sent, Instant at);

  /** SENDING → CANCELLED for each, with its reason, as one batch; what lost its lease stays. */
  void cancel(Map<Message, String> reasons, Instant at);

  /** Gives claimed or begun messages back unsent and uncounted, due as they were, as one batch. */
  void giveBack(List<Message> messages);

  /**
   * Gives the message back for a later attempt; {@code counted} is false when this one was not the
   * message's fault.
   */
  void requeue(Message message, Instant dueAt, String reason, boolean counted);

  /** Gives it back after a hand-over of which nobody knows how it ended. */
  void requeueUnclear(Message message, Instant dueAt, String reason);

  /** Counts a failed attempt of a QUEUED message after all and lets it rest. */
  void blame(long id, Instant dueAt);

  /**
   * Puts a FAILED or UNCERTAIN message back into the queue on a person's word; false when it is
   * neither.
   */
  boolean sendAgain(long id, Instant now);

  /**
   * Puts all FAILED messages that the filter names back into the queue, in one statement; returns
   * how many. Repeating it finds those that failed since.
   */
  int sendAgain(AgainFilter filter, Instant now);

  /**
   * Deletes those of the messages that have ended, with the addresses and texts in them; returns
   * the ids of those that have not.
   */
  Set<Long> deleteFinished(Collection<Long> ids);

  Optional<Message> find(long id);

  /** The texts as they were sent; empty before that. */
  Optional<RenderedMessage> findRendered(long id);

  /** Newest first; all states when {@code state} is null. */
  List<Message> list(MessageState state, int limit, int offset);

  int count(MessageState state);

  /** The same for messages to those people, or about their orders. */
  List<Message> list(MessageState state, Who who, int limit, int offset);

  int count(MessageState state, Who who);

  /**
   * Whether a message of one of the channels is due, be it one that another node holds at present;
   * one statement, whatever waits.
   */
  boolean isAnyDue(Collection<String> channels, Instant now);

  /** The earliest queued message of the channel. */
  Optional<Instant> nextDueAt(String channel);

  /** For the screen that lists them. */
  Pages<MessageState, Message> pages();
}

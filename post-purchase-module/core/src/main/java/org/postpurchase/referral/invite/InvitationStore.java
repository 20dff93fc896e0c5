package org.postpurchase.referral.invite;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** PP_INVITATION and PP_INVITATION_DAY. Methods join the caller's transaction. */
public interface InvitationStore {
  /** The new row's id; empty when that mailbox was invited before. */
  OptionalLong add(Invitation invitation);

  /** Which message it became. */
  void sentAs(long id, long messageId);

  /** Those of the invitations that there are, by id; one statement. */
  Map<Long, Invitation> find(Collection<Long> ids);

  /** How many of the advocate there are since then. */
  int countOf(long advocateId, Instant since);

  /**
   * Counts one address of that day and verdict, unless there are as many already.
   *
   * @param day as yyyy-MM-dd
   * @param most 0 for any number
   */
  boolean count(String day, InvitationVerdict verdict, int most);

  /** One that was counted was not sent after all. */
  void giveBack(String day, InvitationVerdict verdict);

  /** How many addresses each verdict was given to, from that day on. */
  Map<InvitationVerdict, Long> counts(String fromDay);

  /** The newest order of that mailbox by which it is recognised; empty for none. */
  OptionalLong lastOrder(String mailboxKey);

  /** Messages of invitations from before then that may still hold the address, oldest first. */
  List<Long> messagesBefore(Instant moment, int limit);

  /** They are gone. */
  void forgetMessages(Collection<Long> messageIds);
}

package org.postpurchase.restraint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of checks. Methods join the caller's transaction. */
public interface OptInStore {
  /** Whether ticks have to be confirmed. */
  boolean isRequired();

  void require(boolean required, Instant now);

  /** Whether orders are a basis for advertising where the law allows it. */
  boolean isSoft();

  void useSoft(boolean used, Instant now);

  /** Mailboxes that were asked since then, whatever they answered. */
  Set<String> askedSince(Collection<String> contacts, Instant since);

  /** Adds those whose keys are new and returns them. */
  List<OptInCheck> add(List<OptInCheck.Tick> ticks, Instant now);

  Optional<OptInCheck> find(long id);

  /** Notes the yes; false when it was noted before. */
  boolean confirm(long id, Instant at, String from);

  /** All of one mailbox, newest first, at most fifty. */
  List<OptInCheck> of(String contact);
}

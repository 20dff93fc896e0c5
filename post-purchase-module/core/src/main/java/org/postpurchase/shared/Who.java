package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a list is about: everybody, or the people and orders that somebody has searched for. What
 * was found is bounded by whoever searched. Immutable.
 */
public final class Who {
  public static final Who EVERYBODY = new Who(null, null, null);

  /** Keys of mailboxes. */
  public final List<String> contacts;

  /** Orders of the host. */
  public final List<Long> orderIds;

  public final List<Long> messageIds;
  private final boolean everybody;

  private Who(Collection<String> contacts, Collection<Long> orderIds, Collection<Long> messageIds) {
    everybody = contacts == null;
    this.contacts = keys(contacts);
    this.orderIds = copy(orderIds);
    this.messageIds = copy(messageIds);
  }

  /**
   * @param contacts addresses in any spelling
   */
  public static Who of(
      Collection<String> contacts, Collection<Long> orderIds, Collection<Long> messageIds) {
    return new Who(contacts, orderIds, messageIds);
  }

  /** One mailbox, or everybody for an empty text. */
  public static Who exactly(String contact) {
    return contact.isEmpty()
        ? EVERYBODY
        : of(Collections.singleton(contact), Collections.emptyList(), Collections.emptyList());
  }

  public boolean isEverybody() {
    return everybody;
  }

  private static List<String> keys(Collection<String> contacts) {
    Set<String> keys = new LinkedHashSet<>();
    if (contacts != null) {
      contacts.forEach(contact -> keys.add(EmailAddress.keyOf(contact)));
    }
    keys.remove("");
    return Collections.unmodifiableList(new ArrayList<>(keys));
  }

  private static List<Long> copy(Collection<Long> ids) {
    return ids == null
        ? Collections.emptyList()
        : Collections.unmodifiableList(new ArrayList<>(new LinkedHashSet<>(ids)));
  }
}

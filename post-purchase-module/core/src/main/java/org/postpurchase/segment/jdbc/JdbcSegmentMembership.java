package org.postpurchase.segment.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.jdbc.RowSets;

/** Asks PP_SEGMENT_MEMBER by customer and by mailbox, one statement each. */
final class JdbcSegmentMembership implements SegmentMembership {
  private static final String WHO =
      "select p.PERSON_KEY, p.MAILBOX_KEY, p.CUSTOMER_ID, m.PERSON_ID as MEMBER from PP_PERSON p"
          + " left join PP_SEGMENT s on s.SEGMENT_KEY = '%KEY%' and s.ACTIVE = %TRUE%"
          + " left join PP_SEGMENT_MEMBER m on m.SEGMENT_ID = s.SEGMENT_ID"
          + " and m.GENERATION = s.GENERATION and m.PERSON_ID = p.PERSON_ID where p.";

  private final RowSets sets;

  JdbcSegmentMembership(RowSets sets) {
    this.sets = sets;
  }

  @Override
  public Set<PersonRef> membersAmong(String segmentKey, Collection<PersonRef> persons) {
    if (!segmentKey.matches("[A-Za-z0-9_-]{1,60}")) { // it stands in the statement
      return new HashSet<>();
    }
    Set<String> customers = new TreeSet<>();
    Set<String> mailboxes = new TreeSet<>();
    for (PersonRef person : persons) {
      if (person.customerId > 0) {
        customers.add("c:" + person.customerId);
      }
      if (!person.mailbox.isEmpty()) {
        mailboxes.add(person.mailbox);
      }
    }
    String who = WHO.replace("%KEY%", segmentKey).replace("%TRUE%", "true");
    Map<String, Boolean> byCustomer = new HashMap<>();
    Map<String, Boolean> byMailbox = new HashMap<>();
    sets.select(
        who + "PERSON_KEY {keys}",
        customers,
        (row, n) -> byCustomer.put(row.getString("PERSON_KEY"), row.getLong("MEMBER") > 0));
    sets.select(
        who + "MAILBOX_KEY {keys}",
        mailboxes,
        (row, n) ->
            byMailbox.merge(
                row.getString("MAILBOX_KEY"), row.getLong("MEMBER") > 0, Boolean::logicalOr));
    Set<PersonRef> members = new HashSet<>();
    for (PersonRef person : persons) {
      Boolean member = byCustomer.get("c:" + person.customerId);
      if (member == null ? byMailbox.getOrDefault(person.mailbox, false) : member) {
        members.add(person);
      }
    }
    return members;
  }
}

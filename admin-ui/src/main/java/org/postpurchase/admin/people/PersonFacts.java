package org.postpurchase.admin.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.enrollment.EnrollmentFacts;
import org.postpurchase.admin.enrollment.EnrollmentRow;
import org.postpurchase.admin.enrollment.ExecutionRow;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.broadleaf.admin.ConsentEntry;
import org.postpurchase.broadleaf.admin.DecisionRecord;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.admin.SurveyRecord;
import org.postpurchase.people.Cursor;
import org.postpurchase.people.EntryKind;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Glance;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Identity;
import org.postpurchase.people.Timeline;
import org.postpurchase.people.TimelineEntry;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Who;

/** Reads what the pages about people show. What a user may not see elsewhere is left out here. */
public final class PersonFacts {
  private static final int RUNS = 30;
  private static final Map<EntryKind, Class<?>> RECORDS = new EnumMap<>(EntryKind.class);

  static {
    RECORDS.put(EntryKind.SERIES, EnrollmentRecord.class);
    RECORDS.put(EntryKind.DECISIONS, DecisionRecord.class);
    RECORDS.put(EntryKind.MESSAGES, MessageRecord.class);
    RECORDS.put(EntryKind.CLICKS, MessageRecord.class);
    RECORDS.put(EntryKind.POINTS, PointsRecord.class);
    RECORDS.put(EntryKind.REFERRALS, ReferralRecord.class);
    RECORDS.put(EntryKind.REVIEWS, ReviewRecord.class);
    RECORDS.put(EntryKind.SURVEYS, SurveyRecord.class);
    RECORDS.put(EntryKind.CASES, CaseRecord.class);
    RECORDS.put(EntryKind.CONSENTS, ConsentEntry.class);
  }

  private final AdminAccess access;
  private final Shopside shop;
  private final EntryWords words;
  private final EnrollmentFacts enrollments;

  /** Where people and what happened to them are looked up. */
  public static final class Shopside {
    final FindPerson find;
    final Timeline timeline;
    final Glances glances;
    final Transactions transactions;

    public Shopside(
        FindPerson find, Timeline timeline, Glances glances, Transactions transactions) {
      this.find = find;
      this.timeline = timeline;
      this.glances = glances;
      this.transactions = transactions;
    }
  }

  public PersonFacts(
      AdminAccess access, Shopside shop, EntryWords words, EnrollmentFacts enrollments) {
    this.access = access;
    this.shop = shop;
    this.words = words;
    this.enrollments = enrollments;
  }

  List<FindPerson.Found> search(String typed, int most) {
    return shop.transactions.call(() -> shop.find.search(typed, most));
  }

  Optional<Identity> find(PersonRef ref) {
    return shop.transactions.call(() -> shop.find.find(ref));
  }

  Optional<PersonRef> behind(FindPerson.HostRecord kind, long id) {
    return shop.transactions.call(() -> shop.find.behind(kind, id));
  }

  PersonView view(Identity person, Locale locale) {
    Glance glance = shop.transactions.call(() -> shop.glances.of(person));
    return new PersonView(
        person, glance, words.tier(glance.tierKey), new Moments(words.shop().zone, locale), locale);
  }

  /** The account of points; 0 for none. */
  long account(Identity person) {
    return shop.transactions.call(() -> shop.glances.of(person)).accountId;
  }

  /** Kinds that the current user may see. */
  Set<EntryKind> kinds() {
    Set<EntryKind> kinds = EnumSet.allOf(EntryKind.class);
    RECORDS.forEach(
        (kind, record) -> {
          if (!access.may(record, EntityOperationType.FETCH)) {
            kinds.remove(kind);
          }
        });
    return kinds;
  }

  List<TimelineEntry> entries(Identity person, Set<EntryKind> kinds, Cursor behind, int limit) {
    return shop.transactions.call(() -> shop.timeline.page(person, kinds, behind, limit));
  }

  List<EntryRow> rows(List<TimelineEntry> entries, Locale locale) {
    return words.rows(entries, locale);
  }

  /** Steps that are still to come, in runs of the person or of the person's orders. */
  List<WaitRow> waits(Identity person, Locale locale) {
    List<WaitRow> waits = new ArrayList<>();
    if (!access.may(EnrollmentRecord.class, EntityOperationType.FETCH)) {
      return waits;
    }
    List<String> mailboxes =
        person.ref.mailbox.isEmpty()
            ? Collections.emptyList()
            : Collections.singletonList(person.ref.mailbox);
    Who who = Who.of(mailboxes, person.orderIds(), Collections.emptyList());
    for (EnrollmentRow run : enrollments.newest(who, RUNS, locale)) {
      for (ExecutionRow step : run.openSteps()) {
        waits.add(new WaitRow(run, step));
      }
    }
    return waits;
  }

  /** A moment in the shop's zone, as people read it. */
  String said(Instant at, Locale locale) {
    return new Moments(words.shop().zone, locale).of(at);
  }

  String zone() {
    return words.shop().zone.getId();
  }
}

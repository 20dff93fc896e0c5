package org.postpurchase.admin.home;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.JsonAnswer;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.analytics.ReadFigures;
import org.postpurchase.analytics.Work;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.broadleaf.admin.ReferralRecord;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.admin.WorkRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * How much waits behind each entry of the menu, for {@code post-purchase/menu.js}. A user is told
 * of a queue only with READ on its record.
 */
@Controller
@RequestMapping("/" + HomeController.SECTION)
public class WaitingController {
  private static final int SHOWN_MAX = 999;
  private static final Map<Work, Entry> ENTRIES = new EnumMap<>(Work.class);

  static {
    ENTRIES.put(Work.CASES_OPEN, new Entry("post-purchase-cases", CaseRecord.class));
    ENTRIES.put(Work.STAFF_TASKS, new Entry("post-purchase-cases", CaseRecord.class));
    ENTRIES.put(Work.REFERRALS_HELD, new Entry("post-purchase-referrals", ReferralRecord.class));
    ENTRIES.put(Work.REVIEWS_WAITING, new Entry("post-purchase-reviews", ReviewRecord.class));
    ENTRIES.put(Work.MESSAGES_UNCERTAIN, new Entry("post-purchase-messages", MessageRecord.class));
    ENTRIES.put(Work.MESSAGES_FAILED, new Entry("post-purchase-messages", MessageRecord.class));
    ENTRIES.put(Work.STEPS_PARKED, new Entry("post-purchase-enrollments", EnrollmentRecord.class));
    ENTRIES.put(Work.EVENTS_BLOCKED, new Entry("post-purchase-outbox", OutboxRecord.class));
    ENTRIES.put(Work.WORK_BLOCKED, new Entry("post-purchase-blocked-work", WorkRecord.class));
    ENTRIES.put(Work.ADJUSTMENTS, new Entry("post-purchase-points", PointsRecord.class));
  }

  private final AdminAccess access;
  private final ReadFigures read;
  private final Words words;

  public WaitingController(AdminAccess access, ReadFigures read, Words words) {
    this.access = access;
    this.read = read;
    this.words = words;
  }

  @RequestMapping(value = "/waiting.json", method = RequestMethod.GET)
  public void waiting(Locale locale, HttpServletResponse response) throws IOException {
    Map<String, Long> sums = new LinkedHashMap<>();
    Map<Work, Long> work = read.work();
    ENTRIES.forEach(
        (kind, entry) -> {
          long count = work.getOrDefault(kind, 0L);
          if (count > 0 && access.may(entry.record, EntityOperationType.FETCH)) {
            sums.merge(entry.section, count, Long::sum);
          }
        });
    Map<String, Object> entries = new LinkedHashMap<>();
    sums.forEach(
        (section, count) -> {
          String shown = count > SHOWN_MAX ? SHOWN_MAX + "+" : String.valueOf(count);
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("count", shown);
          entry.put("said", words.filled("PostPurchase_Menu_Waiting", locale, shown));
          entries.put(section, entry);
        });
    JsonAnswer.write(response, Collections.singletonMap("sections", entries));
  }

  private static final class Entry {
    final String section;
    final Class<?> record;

    Entry(String section, Class<?> record) {
      this.section = section;
      this.record = record;
    }
  }
}

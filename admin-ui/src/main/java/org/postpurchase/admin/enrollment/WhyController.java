package org.postpurchase.admin.enrollment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.message.DecisionRow;
import org.postpurchase.admin.message.MessageFacts;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.DecisionRecord;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Why one person got something, or did not: what waits and for what, what was sent, and what was
 * not, each with its reason. Looking needs READ on enrollments and on decisions.
 */
@Controller
@RequestMapping("/" + WhyController.PATH)
class WhyController extends PageController {
  static final String PATH = EnrollmentsController.SECTION + "/why";
  private static final int RUNS = 50;
  private static final int DECISIONS = 200;

  private final AdminAccess access;
  private final EnrollmentFacts facts;
  private final MessageFacts messages;

  public WhyController(AdminAccess access, EnrollmentFacts facts, MessageFacts messages) {
    this.access = access;
    this.facts = facts;
    this.messages = messages;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "person", defaultValue = "") String person, Locale locale, Model model)
      throws SecurityServiceException {
    access.requireRead(EnrollmentRecord.class);
    access.requireRead(DecisionRecord.class);
    String typed = person.trim();
    model.addAttribute("person", typed);
    model.addAttribute("asked", !typed.isEmpty());
    model.addAttribute("zone", facts.zone());
    if (!typed.isEmpty()) {
      Who who = facts.people(typed);
      List<DecisionRow> all = messages.newestDecisions(who, DECISIONS, locale);
      List<EnrollmentRow> runs =
          facts.rows(facts.runs().page(null, who, ListPage.newest(RUNS)).rows, locale);
      model.addAttribute("runs", runs);
      model.addAttribute("waits", waits(runs));
      model.addAttribute("sent", of(all, Collections.singletonList(Verdict.SEND)));
      List<Verdict> silent = new ArrayList<>(Arrays.asList(Verdict.values()));
      silent.remove(Verdict.SEND);
      model.addAttribute("silent", of(all, silent));
      model.addAttribute("many", all.size() == DECISIONS);
    }
    return frame(model, EnrollmentsController.SECTION, "why");
  }

  private static List<DecisionRow> of(List<DecisionRow> all, List<Verdict> verdicts) {
    return all.stream()
        .filter(row -> verdicts.contains(Verdict.valueOf(row.getVerdict())))
        .collect(Collectors.toList());
  }

  private static List<WaitingRow> waits(List<EnrollmentRow> runs) {
    List<WaitingRow> waits = new ArrayList<>();
    for (EnrollmentRow run : runs) {
      for (ExecutionRow step : run.openSteps()) {
        waits.add(new WaitingRow(run, step));
      }
    }
    return waits;
  }

  /** A step that is still to come. */
  public static final class WaitingRow {
    private final EnrollmentRow run;
    private final ExecutionRow step;

    WaitingRow(EnrollmentRow run, ExecutionRow step) {
      this.run = run;
      this.step = step;
    }

    public long getRunId() {
      return run.getId();
    }

    public String getSeries() {
      return run.getSeries();
    }

    public String getContact() {
      return run.getContact();
    }

    public String getName() {
      return step.name;
    }

    public String getDueAt() {
      return step.getDueAt();
    }

    /** What it waits for besides its time, or why it was put off; may be empty. */
    public String getWhy() {
      return step.waitsFor.isEmpty() ? step.reason : step.waitsFor;
    }

    public String getState() {
      return step.getState();
    }
  }
}

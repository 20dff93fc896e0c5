package org.postpurchase.admin.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListAsShown;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.task.StaffTask;
import org.postpurchase.task.StaffTasks;
import org.postpurchase.task.TaskState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What series ask staff to do. Whoever sees cases sees it and whoever works on cases ends it: READ
 * and UPDATE on {@link CaseRecord}.
 */
@Controller
@RequestMapping("/" + CasesController.SECTION + "/tasks")
class TasksController extends PageController {
  private static final String PATH = CasesController.SECTION + "/tasks";
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final Infrastructure base;
  private final StaffTasks tasks;
  private final OrderLinks orders;

  public TasksController(
      AdminAccess access, Infrastructure base, StaffTasks tasks, OrderLinks orders) {
    this.access = access;
    this.base = base;
    this.tasks = tasks;
    this.orders = orders;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "OPEN") String state,
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(CaseRecord.class);
    new ListScreen<>(TaskState.class, PAGE_SIZE)
        .show(
            model,
            state,
            contact,
            beside,
            new ListScreen.Source<TaskState, TaskRow>() {
              @Override
              public int countUpTo(int most, TaskState chosen, String search) {
                return base.transactions.call(() -> tasks.store().countUpTo(most, chosen, search));
              }

              @Override
              public PageOf<TaskRow> page(TaskState chosen, String search, ListPage page) {
                return base.transactions
                    .call(() -> tasks.store().page(chosen, search, page))
                    .map(found -> rows(found, locale));
              }
            });
    model.addAttribute("mayWork", access.may(CaseRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("mayPeople", access.may(PersonRecord.class, EntityOperationType.FETCH));
    model.addAttribute("zone", base.shop.zone.getId());
    model.addAttribute("listPath", "/" + PATH);
    return frame(model, CasesController.SECTION, "tasks");
  }

  private List<TaskRow> rows(List<StaffTask> found, Locale locale) {
    Set<Long> ids =
        found.stream().map(task -> task.orderId).filter(id -> id > 0).collect(Collectors.toSet());
    Map<Long, String> numbers = orders.numbers(ids);
    Moments moments = new Moments(base.shop.zone, locale);
    return found.stream()
        .map(task -> new TaskRow(task, numbers.get(task.orderId), moments))
        .collect(Collectors.toList());
  }

  @RequestMapping(value = "/{id:\\d{1,18}}/end", method = RequestMethod.POST)
  public String end(
      @PathVariable("id") long id,
      @RequestParam(value = "act", defaultValue = "") String act,
      @RequestParam(value = "note", defaultValue = "") String note,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean done = act.equals(TaskState.DONE.name());
    String action = done ? "task done" : "task failed";
    access.require(CaseRecord.class, EntityOperationType.UPDATE, action, "task " + id);
    if (note.codePointCount(0, note.length()) > StaffTasks.NOTE_MAX) {
      tell(redirect, false, "PostPurchase_Tasks_Flash_Long");
      return ListAsShown.redirect(PATH);
    }
    boolean known = done || act.equals(TaskState.FAILED.name());
    String actor = access.actor();
    boolean ended =
        known
            && base.transactions.call(
                () -> {
                  boolean first = tasks.end(id, done, note, actor);
                  if (first) {
                    base.audit.done(actor, action, "task " + id, note.length() + " characters");
                  }
                  return first;
                });
    tell(
        redirect, ended, ended ? "PostPurchase_Tasks_Flash_Done" : "PostPurchase_Tasks_Flash_Gone");
    return ListAsShown.redirect(PATH);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "/{id:\\d{1,18}}/end", method = RequestMethod.GET)
  public String lost() {
    return ListAsShown.redirect(PATH);
  }
}

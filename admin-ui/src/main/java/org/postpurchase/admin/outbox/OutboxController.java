package org.postpurchase.admin.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.postpurchase.admin.ui.StateCount;
import org.postpurchase.broadleaf.admin.OutboxRecord;
import org.postpurchase.outbox.OutboxEntry;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox screen. Looking needs READ on {@link OutboxRecord}, unblocking needs UPDATE. */
@Controller
@RequestMapping("/" + OutboxController.SECTION)
class OutboxController extends PageController {
  static final String SECTION = "post-purchase-outbox";
  private static final int PAGE_SIZE = 50;

  private final AdminAccess access;
  private final OutboxStore store;
  private final UnblockEntries unblock;
  private final OrderLinks orders;
  private final Shop shop;

  public OutboxController(
      AdminAccess access, OutboxStore store, UnblockEntries unblock, OrderLinks orders, Shop shop) {
    this.access = access;
    this.store = store;
    this.unblock = unblock;
    this.orders = orders;
    this.shop = shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "BLOCKED") String wanted,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(OutboxRecord.class);
    OutboxState state = state(wanted);
    Pages<OutboxState, OutboxEntry> pages = store.pages();
    List<StateCount> counts = new ArrayList<>();
    for (OutboxState each :
        new OutboxState[] {OutboxState.BLOCKED, OutboxState.WAITING, OutboxState.DONE}) {
      int count = pages.countUpTo(StateCount.MOST, each, Who.EVERYBODY);
      counts.add(new StateCount(each.name(), count, each == state));
    }
    model.addAttribute("state", state.name());
    model.addAttribute("counts", counts);
    PageOf<OutboxEntry> page = pages.page(state, Who.EVERYBODY, beside.page(PAGE_SIZE));
    model.addAttribute("rows", rows(ListScreen.turn(model, "", page), locale));
    model.addAttribute("mayUnblock", access.may(OutboxRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "outbox");
  }

  @RequestMapping(value = "/{id:\\d+}/unblock", method = RequestMethod.POST)
  public String unblock(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean unblocked = unblock.one(id);
    tell(
        redirect,
        unblocked,
        unblocked ? "PostPurchase_Flash_Unblocked" : "PostPurchase_Flash_NotBlocked");
    return ListAsShown.redirect(SECTION);
  }

  @RequestMapping(value = "/unblock-all", method = RequestMethod.POST)
  public String unblockAll(RedirectAttributes redirect) throws SecurityServiceException {
    boolean any = unblock.all() > 0;
    tell(redirect, any, any ? "PostPurchase_Flash_UnblockedAll" : "PostPurchase_Flash_NoneBlocked");
    return ListAsShown.redirect(SECTION);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/{id:\\d+}/unblock", "/unblock-all"},
      method = RequestMethod.GET)
  public String back() {
    return ListAsShown.redirect(SECTION);
  }

  private List<OutboxRow> rows(List<OutboxEntry> entries, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        orders.numbers(
            entries.stream().map(entry -> entry.event.orderId).collect(Collectors.toSet()));
    return entries.stream()
        .map(entry -> new OutboxRow(entry, numbers, moments))
        .collect(Collectors.toList());
  }

  private static OutboxState state(String wanted) {
    for (OutboxState state : OutboxState.values()) {
      if (state.name().equals(wanted)) {
        return state;
      }
    }
    return OutboxState.BLOCKED;
  }
}

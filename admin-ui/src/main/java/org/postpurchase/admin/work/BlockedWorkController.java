package org.postpurchase.admin.work;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.ListAsShown;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Paging;
import org.postpurchase.admin.ui.StateCount;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.broadleaf.admin.WorkRecord;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.WorkFailure;
import org.postpurchase.shared.WorkFailureStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of background work that failed. Looking needs READ on {@link WorkRecord}, unblocking
 * needs UPDATE.
 */
@Controller
@RequestMapping("/" + BlockedWorkController.SECTION)
class BlockedWorkController extends PageController {
  static final String SECTION = "post-purchase-blocked-work";
  private static final String BLOCKED = "BLOCKED";
  private static final String RESTING = "RESTING";
  private static final int PAGE_SIZE = 50;

  private final AdminAccess access;
  private final WorkFailureStore store;
  private final UnblockWork unblock;
  private final OrderLinks orders;
  private final Words words;
  private final Shop shop;

  public BlockedWorkController(
      AdminAccess access,
      WorkFailureStore store,
      UnblockWork unblock,
      OrderLinks orders,
      Words words,
      Shop shop) {
    this.access = access;
    this.store = store;
    this.unblock = unblock;
    this.orders = orders;
    this.words = words;
    this.shop = shop;
  }

  /**
   * @param wanted RESTING for items that are tried again by themselves, anything else for blocked
   */
  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = BLOCKED) String wanted,
      @RequestParam(value = "page", defaultValue = "1") int page,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(WorkRecord.class);
    boolean blocked = !RESTING.equals(wanted);
    int inBlocked = store.count(true);
    int inResting = store.count(false);
    Paging paging = new Paging(page, PAGE_SIZE, blocked ? inBlocked : inResting);
    model.addAttribute("state", blocked ? BLOCKED : RESTING);
    model.addAttribute(
        "counts",
        Arrays.asList(
            new StateCount(BLOCKED, inBlocked, blocked),
            new StateCount(RESTING, inResting, !blocked)));
    model.addAttribute("paging", paging);
    model.addAttribute("rows", rows(store.list(blocked, PAGE_SIZE, paging.getOffset()), locale));
    model.addAttribute("mayUnblock", access.may(WorkRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("maySeePoints", access.may(PointsRecord.class, EntityOperationType.FETCH));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "blockedWork");
  }

  @RequestMapping(value = "/unblock", method = RequestMethod.POST)
  public String unblock(
      @RequestParam(value = "worker", defaultValue = "") String worker,
      @RequestParam(value = "item", defaultValue = "") String item,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean unblocked = unblock.one(worker, item);
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
      value = {"/unblock", "/unblock-all"},
      method = RequestMethod.GET)
  public String back() {
    return ListAsShown.redirect(SECTION);
  }

  private List<BlockedWorkRow> rows(List<WorkFailure> failures, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        orders.numbers(
            failures.stream()
                .map(failure -> new FailedItem(failure.item).orderId)
                .filter(id -> id > 0)
                .collect(Collectors.toSet()));
    return failures.stream()
        .map(failure -> new BlockedWorkRow(failure, numbers, moments, words, locale))
        .collect(Collectors.toList());
  }
}

package org.postpurchase.admin.consent;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ConsentEntry;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.restraint.OptInChecks;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Each yes and no to advertising, to be looked at only. Needs READ on {@link ConsentEntry}. */
@Controller
@RequestMapping("/" + ConsentsController.SECTION)
class ConsentsController extends PageController {
  static final String SECTION = "post-purchase-consents";
  private static final int PAGE_SIZE = 50;

  private final AdminAccess access;
  private final ConsentStore store;
  private final OrderLinks orders;
  private final Shop shop;
  private final OptInChecks checks;

  public ConsentsController(
      AdminAccess access, ConsentStore store, OrderLinks orders, Shop shop, OptInChecks checks) {
    this.checks = checks;
    this.access = access;
    this.store = store;
    this.orders = orders;
    this.shop = shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ConsentEntry.class);
    Who who = orders.people(contact);
    PageOf<ConsentRecord> page = store.pages().page(null, who, beside.page(PAGE_SIZE));
    model.addAttribute("rows", rows(ListScreen.turn(model, contact, page), locale));
    model.addAttribute("zone", shop.zone.getId());
    model.addAttribute("proofOf", contact.trim());
    model.addAttribute("proofs", proofs(contact.trim(), locale));
    return frame(model, SECTION, "consents");
  }

  private List<ProofRow> proofs(String contact, Locale locale) {
    if (contact.indexOf('@') < 1) {
      return Collections.emptyList();
    }
    Moments moments = new Moments(shop.zone, locale);
    return checks.of(contact).stream()
        .map(check -> new ProofRow(check, moments))
        .collect(Collectors.toList());
  }

  private List<ConsentRow> rows(List<ConsentRecord> found, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        orders.numbers(found.stream().map(r -> r.orderId).collect(Collectors.toSet()));
    return found.stream()
        .map(record -> new ConsentRow(record, numbers.get(record.orderId), moments))
        .collect(Collectors.toList());
  }
}

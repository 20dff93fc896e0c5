package org.postpurchase.site.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.loyalty.AwardForEvent;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What shoppers may report themselves: that they are here today, or that they have shared
 * something. Each counts once a day of the shop, for whoever is signed in, and gives what the
 * merchant's rules for that event say: nothing while there are none.
 */
@Controller
final class ReportController {
  private static final Set<String> CODES =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("CHECK_IN", "SHARE")));

  private final AwardForEvent events;
  private final Clock clock;
  private final Shop shop;
  private final String page;

  /**
   * @param page path of the store's page of points
   */
  public ReportController(AwardForEvent events, Clock clock, Shop shop, String page) {
    this.events = events;
    this.clock = clock;
    this.shop = shop;
    this.page = page;
  }

  @RequestMapping(
      value = {AccountPaths.EVENT, AccountPaths.EARLIER_EVENT},
      method = RequestMethod.POST)
  public String report(@RequestParam(value = "event", defaultValue = "") String event) {
    Optional<Customer> customer = Visitor.signedIn();
    if (!customer.isPresent()) {
      return "redirect:/login";
    }
    if (CODES.contains(event)) {
      LocalDate today = clock.instant().atZone(shop.zone).toLocalDate();
      events.award(customer.get().getId(), event, today.toString());
    }
    return "redirect:" + page;
  }

  /** Where a POST ends that was redirected on its way: shows the page and changes nothing. */
  @RequestMapping(
      value = {AccountPaths.EVENT, AccountPaths.EARLIER_EVENT},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:" + page;
  }
}

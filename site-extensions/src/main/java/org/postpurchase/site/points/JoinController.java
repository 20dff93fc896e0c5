package org.postpurchase.site.points;

import java.util.Optional;
import java.util.regex.Pattern;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.broadleaf.points.OwnOrders;
import org.postpurchase.loyalty.JoinProgramme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Makes whoever is signed in and clicks a member of the programme, with the points of orders placed
 * before there was an account; points that wait behind a link are shown next.
 */
@Controller
final class JoinController {
  private static final Pattern TOKEN = Pattern.compile("[\\w.-]{1,200}");
  static final String TEXT = "PostPurchase_Points_Join_Text";
  private final JoinProgramme join;
  private final OwnOrders orders;
  private final ProgrammeReader programmes;
  private final ShopTexts texts;
  private final String page;

  /**
   * @param page path of the store's page of points
   */
  public JoinController(
      JoinProgramme join,
      OwnOrders orders,
      ProgrammeReader programmes,
      ShopTexts texts,
      String page) {
    this.join = join;
    this.orders = orders;
    this.programmes = programmes;
    this.texts = texts;
    this.page = page;
  }

  @RequestMapping(
      value = {AccountPaths.JOIN, AccountPaths.EARLIER_JOIN},
      method = RequestMethod.POST)
  public String join(@RequestParam(value = "claim", defaultValue = "") String claim) {
    Optional<Customer> customer = Visitor.registered();
    if (!customer.isPresent()) {
      return "redirect:/login";
    }
    programmes
        .active()
        .ifPresent(
            programme ->
                join.join(
                    customer.get().getId(),
                    texts.get(
                        TEXT,
                        LocaleContextHolder.getLocale(),
                        programme.name,
                        programme.termsVersion)));
    orders.claim(customer.get().getId());
    return "redirect:" + page + (TOKEN.matcher(claim).matches() ? "?claim=" + claim : "");
  }

  /** Where a POST ends that was redirected on its way: shows the page and changes nothing. */
  @RequestMapping(
      value = {AccountPaths.JOIN, AccountPaths.EARLIER_JOIN},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:" + page;
  }
}

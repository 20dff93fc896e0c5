package org.postpurchase.admin.recommend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.content.ProductChoice;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.RecommendationRecord;
import org.postpurchase.broadleaf.config.ContentParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.recommend.Complement;
import org.postpurchase.recommend.OfferKind;
import org.postpurchase.recommend.Recommend;
import org.postpurchase.recommend.RecommendState;
import org.postpurchase.recommend.Recommendation;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Recommendations on one page. Looking needs READ on {@link RecommendationRecord}, everything else
 * UPDATE.
 */
@Controller
@RequestMapping("/" + RecommendationsController.SECTION)
class RecommendationsController extends PageController {
  static final String SECTION = "post-purchase-recommendations";
  private static final String HERE = "redirect:/" + SECTION;
  private static final int TRIED_MOST = 6;
  private static final int PRODUCTS_MOST = 20;

  private final AdminAccess access;
  private final EditRecommendations edit;
  private final ContentParts parts;
  private final Transactions transactions;
  private final Shop shop;

  public RecommendationsController(
      AdminAccess access, EditRecommendations edit, ContentParts parts, Infrastructure base) {
    this.access = access;
    this.edit = edit;
    this.parts = parts;
    transactions = base.transactions;
    shop = base.shop;
  }

  /**
   * @param tried a product, as typed, to show what its buyers would be recommended
   */
  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "product", defaultValue = "") String tried, Locale locale, Model model)
      throws SecurityServiceException {
    access.requireRead(RecommendationRecord.class);
    RecommendState state = transactions.call(parts.recommendations::state);
    model.addAttribute("state", state);
    model.addAttribute(
        "builtAt", state.builtAt == null ? "" : new Moments(shop.zone, locale).of(state.builtAt));
    model.addAttribute("seconds", String.format(locale, "%.1f", state.millis / 1000.0));
    model.addAttribute("rows", transactions.call(this::rows));
    model.addAttribute("categories", transactions.call(() -> parts.goods.categories()));
    model.addAttribute("offers", OfferKind.values());
    model.addAttribute("product", tried);
    if (!tried.trim().isEmpty()) {
      tried(tried, locale, model);
    }
    model.addAttribute(
        "mayEdit", access.may(RecommendationRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "recommendations");
  }

  private List<PairRow> rows() {
    List<Complement> pairs = parts.recommendations.complements();
    Set<Long> products = new TreeSet<>();
    for (Complement pair : pairs) {
      products.add(pair.productId);
      if (!pair.forCategory) {
        products.add(pair.forId);
      }
    }
    Map<Long, String> names = parts.goods.products(products);
    Map<Long, String> categories = parts.goods.categories();
    List<PairRow> rows = new ArrayList<>();
    for (Complement pair : pairs) {
      rows.add(
          new PairRow(
              pair,
              (pair.forCategory ? categories : names).getOrDefault(pair.forId, "#" + pair.forId),
              names.getOrDefault(pair.productId, "#" + pair.productId)));
    }
    return rows;
  }

  private void tried(String typed, Locale locale, Model model) {
    long id = transactions.call(() -> ProductChoice.of(typed, parts.goods));
    Map<Long, String> known =
        transactions.call(() -> parts.goods.products(Collections.singleton(id)));
    model.addAttribute("triedName", known.get(id));
    if (!known.containsKey(id)) {
      return;
    }
    Recommend.Buyer buyer = transactions.call(() -> parts.buyerOf(id, known.get(id)));
    List<TriedRow> rows = new ArrayList<>();
    for (Recommendation each :
        parts.recommend.to(Collections.singletonList(buyer), TRIED_MOST).get(0)) {
      rows.add(new TriedRow(each, locale));
    }
    model.addAttribute("tried", rows);
  }

  @RequestMapping(value = "/switch", method = RequestMethod.POST)
  public String turn(@RequestParam("on") boolean on, RedirectAttributes redirect)
      throws SecurityServiceException {
    edit.turn(on);
    tell(redirect, true, "PostPurchase_Recommend_Flash_" + (on ? "On" : "Off"));
    return HERE;
  }

  @RequestMapping(value = "/build", method = RequestMethod.POST)
  public String build(RedirectAttributes redirect) throws SecurityServiceException {
    edit.build();
    tell(redirect, true, "PostPurchase_Recommend_Flash_Built");
    return HERE;
  }

  @RequestMapping(value = "/add", method = RequestMethod.POST)
  public String add(HttpServletRequest request, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(RecommendationRecord.class);
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : new String[] {"bought", "category", "other", "offer", "note", "code"}) {
      String value = request.getParameter(field);
      typed.put(field, value == null ? "" : value.trim());
    }
    PairForm form = transactions.call(() -> PairForm.of(typed, parts.goods));
    boolean added = form.problem.isEmpty() && edit.add(form.pair);
    if (!added) {
      redirect.addFlashAttribute("typed", typed);
    }
    String words = added ? "Added" : form.problem.isEmpty() ? "There" : form.problem;
    tell(redirect, added, "PostPurchase_Recommend_Flash_" + words);
    return HERE;
  }

  @RequestMapping(value = "/{id:\\d{1,18}}/remove", method = RequestMethod.POST)
  public String remove(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean removed = edit.remove(id);
    tell(redirect, removed, "PostPurchase_Recommend_Flash_" + (removed ? "Removed" : "Gone"));
    return HERE;
  }

  /** Products by name, for the forms. */
  @RequestMapping(value = "/products", method = RequestMethod.GET)
  public void products(
      @RequestParam(value = "name", defaultValue = "") String name, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(RecommendationRecord.class);
    ProductChoice.write(
        transactions.call(() -> parts.goods.productsNamed(name, PRODUCTS_MOST)), response);
  }
}

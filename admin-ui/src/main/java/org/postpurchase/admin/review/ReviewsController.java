package org.postpurchase.admin.review;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.review.CheckReviews;
import org.postpurchase.review.HideReason;
import org.postpurchase.review.ReplyClock;
import org.postpurchase.review.ReviewState;
import org.postpurchase.review.ShownReview;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.story.StoryStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The queue of reviews and each of them. Looking needs READ on {@link ReviewRecord}, everything
 * else UPDATE.
 */
@Controller
@RequestMapping("/" + ReviewsController.SECTION)
class ReviewsController extends PageController {
  static final String SECTION = "post-purchase-reviews";
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final ReviewParts parts;
  private final JudgeReview judge;
  private final ProductNames products;
  private final OrderLinks orders;
  private final Shopside shop;

  /** What the pages need besides reviews. */
  public static final class Shopside {
    final Shop shop;
    final Transactions transactions;
    final Clock clock;
    final StoryStore stories;

    public Shopside(Shop shop, Transactions transactions, Clock clock, StoryStore stories) {
      this.stories = stories;
      this.shop = shop;
      this.transactions = transactions;
      this.clock = clock;
    }
  }

  public ReviewsController(
      AdminAccess access,
      ReviewParts parts,
      JudgeReview judge,
      ProductNames products,
      OrderLinks orders,
      Shopside shop) {
    this.access = access;
    this.parts = parts;
    this.judge = judge;
    this.products = products;
    this.orders = orders;
    this.shop = shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "WAITING") String state,
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    model.addAttribute("active", parts.settings.active().isPresent());
    String typed = contact.trim();
    Optional<Long> order = typed.isEmpty() ? Optional.empty() : orders.ofNumber(typed);
    new ListScreen<>(ReviewState.class, PAGE_SIZE)
        .show(
            model,
            state,
            contact,
            beside,
            new ListScreen.Source<ReviewState, ReviewRow>() {
              @Override
              public int countUpTo(int most, ReviewState chosen, String search) {
                return parts.views.countUpTo(
                    most, chosen, order.map(String::valueOf).orElse(search));
              }

              @Override
              public PageOf<ReviewRow> page(ReviewState chosen, String search, ListPage page) {
                return parts
                    .views
                    .page(chosen, order.map(String::valueOf).orElse(search), page)
                    .map(shown -> rows(shown, locale));
              }
            });
    model.addAttribute("zone", shop.shop.zone.getId());
    return frame(model, SECTION, "reviews");
  }

  private List<ReviewRow> rows(List<ShownReview> reviews, Locale locale) {
    Moments moments = new Moments(shop.shop.zone, locale);
    int hours = parts.settings.active().map(s -> s.replyHours).orElse(0);
    ReplyClock clock = new ReplyClock(hours, shop.shop.zone);
    Instant now = shop.clock.instant();
    Set<Long> bought =
        reviews.stream().map(r -> r.review.place.productId).collect(Collectors.toSet());
    Map<Long, String> names = products.of(bought);
    Map<Long, String> numbers =
        orders.numbers(
            reviews.stream().map(r -> r.review.place.orderId).collect(Collectors.toSet()));
    return reviews.stream()
        .map(
            r ->
                new ReviewRow(
                    r, names, numbers, moments, clock.dueAt(r.review, r.reply.isPresent()), now))
        .collect(Collectors.toList());
  }

  @RequestMapping(value = "/{id}", method = RequestMethod.GET)
  public String one(
      @PathVariable("id") String id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    Optional<ShownReview> found =
        id.matches("\\d{1,18}") ? find(Long.parseLong(id)) : Optional.empty();
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    Moments moments = new Moments(shop.shop.zone, locale);
    long number = found.get().review.id;
    model.addAttribute("row", rows(Collections.singletonList(found.get()), locale).get(0));
    model.addAttribute("photos", parts.photos.of(number));
    long orderId = found.get().review.place.orderId;
    if (orderId > 0) {
      model.addAttribute(
          "personLink", access.linkTo(PersonRecord.class, PersonLink.ofOrder(orderId)));
    }
    model.addAttribute(
        "events",
        parts.store.eventsOf(number).stream()
            .map(e -> new EventRow(e, moments))
            .collect(Collectors.toList()));
    model.addAttribute(
        "texts", parts.store.textsOf(number).stream().skip(1).collect(Collectors.toList()));
    model.addAttribute("reasons", Arrays.asList(HideReason.values()));
    model.addAttribute("mayJudge", access.may(ReviewRecord.class, EntityOperationType.UPDATE));
    boolean gallery = parts.settings.active().filter(s -> s.gallery).isPresent();
    model.addAttribute(
        "mayAsk",
        gallery && found.get().review.isPublished() && shop.stories.ofReview(number).isEmpty());
    model.addAttribute("replyMax", CheckReviews.REPLY_MAX);
    model.addAttribute("zone", shop.shop.zone.getId());
    return frame(model, SECTION, "review");
  }

  private Optional<ShownReview> find(long id) {
    return parts
        .store
        .find(id)
        .map(
            r ->
                new ShownReview(
                        r,
                        parts.store.textOf(id).map(t -> t.body).orElse(""),
                        parts.store.replyTo(id),
                        Collections.<String>emptyList())
                    .video(parts.store.textOf(id).map(t -> t.video).orElse("")));
  }

  /** A photo of a review that may not be shown to others yet. */
  @RequestMapping(value = "/{id}/photo/{sha}", method = RequestMethod.GET)
  public void photo(
      @PathVariable("id") long id, @PathVariable("sha") String sha, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(ReviewRecord.class);
    PrivatePicture.send(shop.transactions.call(() -> parts.photos.of(id, sha, false)), response);
  }

  @RequestMapping(value = "/{id}/publish", method = RequestMethod.POST)
  public String publish(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, id, judge.publish(id, edition), "PostPurchase_Flash_ReviewPublished");
  }

  @RequestMapping(value = "/{id}/hide", method = RequestMethod.POST)
  public String hide(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      @RequestParam(value = "reason", defaultValue = "") String reason,
      @RequestParam(value = "note", defaultValue = "") String note,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    for (HideReason each : HideReason.values()) {
      if (each.name().equals(reason)) {
        return told(
            redirect, id, judge.hide(id, edition, each, note), "PostPurchase_Flash_ReviewHidden");
      }
    }
    tell(redirect, false, "PostPurchase_Flash_ReviewNoReason");
    return back(id);
  }

  @RequestMapping(value = "/{id}/reply", method = RequestMethod.POST)
  public String reply(
      @PathVariable("id") long id,
      @RequestParam(value = "text", defaultValue = "") String text,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    if (text.codePointCount(0, text.length()) > CheckReviews.REPLY_MAX) {
      redirect.addFlashAttribute("typedReply", text);
      tell(redirect, false, "PostPurchase_Flash_ReviewReplyLong");
      return back(id);
    }
    return told(redirect, id, judge.reply(id, text), "PostPurchase_Flash_ReviewReplied");
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/{id}/publish", "/{id}/hide", "/{id}/reply"},
      method = RequestMethod.GET)
  public String lost(@PathVariable("id") String id) {
    return "redirect:/" + SECTION + (id.matches("\\d{1,18}") ? "/" + id : "");
  }

  private static String told(
      RedirectAttributes redirect, long id, CheckReviews.Outcome outcome, String done) {
    switch (outcome) {
      case DONE:
        tell(redirect, true, done);
        break;
      case CHANGED_MEANWHILE:
        tell(redirect, false, "PostPurchase_Flash_ReviewChanged");
        break;
      default:
        tell(redirect, false, "PostPurchase_Flash_ReviewNothing");
    }
    return back(id);
  }

  private static String back(long id) {
    return "redirect:/" + SECTION + "/" + id;
  }
}

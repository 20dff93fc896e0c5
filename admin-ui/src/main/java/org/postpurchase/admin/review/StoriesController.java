package org.postpurchase.admin.review;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListAsShown;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ReviewParts;
import org.postpurchase.broadleaf.config.StoryParts;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.story.CheckStories;
import org.postpurchase.story.ShownStory;
import org.postpurchase.story.StoryState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Words and photos that customers let the shop use. Looking needs READ on {@link ReviewRecord},
 * everything else UPDATE.
 */
@Controller
@RequestMapping("/" + ReviewsController.SECTION)
class StoriesController extends PageController {
  private static final String STORIES = ReviewsController.SECTION + "/stories";
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final Infrastructure base;
  private final ReviewParts reviews;
  private final StoryParts stories;
  private final JudgeReview judge;
  private final ProductNames products;

  public StoriesController(
      AdminAccess access,
      Infrastructure base,
      ReviewParts reviews,
      StoryParts stories,
      JudgeReview judge,
      ProductNames products) {
    this.access = access;
    this.base = base;
    this.reviews = reviews;
    this.stories = stories;
    this.judge = judge;
    this.products = products;
  }

  @RequestMapping(value = "/stories", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "WAITING") String state,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    model.addAttribute("active", reviews.settings.active().filter(s -> s.gallery).isPresent());
    model.addAttribute("mayJudge", access.may(ReviewRecord.class, EntityOperationType.UPDATE));
    new ListScreen<>(StoryState.class, PAGE_SIZE)
        .show(
            model,
            state,
            "",
            beside,
            new ListScreen.Source<StoryState, StoryRow>() {
              @Override
              public int countUpTo(int most, StoryState chosen, String search) {
                return stories.views.countUpTo(most, chosen);
              }

              @Override
              public PageOf<StoryRow> page(StoryState chosen, String search, ListPage page) {
                return stories.views.page(chosen, page).map(shown -> rows(shown, locale));
              }
            });
    model.addAttribute("zone", base.shop.zone.getId());
    model.addAttribute("listPath", "/" + ReviewsController.SECTION + "/stories");
    return frame(model, ReviewsController.SECTION, "stories");
  }

  private List<StoryRow> rows(List<ShownStory> shown, Locale locale) {
    Moments moments = new Moments(base.shop.zone, locale);
    Set<Long> about = shown.stream().map(s -> s.story.origin.productId).collect(Collectors.toSet());
    about.remove(0L);
    Map<Long, String> names = products.of(about);
    return shown.stream().map(s -> new StoryRow(s, names, moments)).collect(Collectors.toList());
  }

  /** A picture, also one that is not shown yet. */
  @RequestMapping(value = "/stories/picture/{sha}", method = RequestMethod.GET)
  public void picture(@PathVariable("sha") String sha, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(ReviewRecord.class);
    PrivatePicture.send(base.transactions.call(() -> reviews.photos.any(sha, true)), response);
  }

  @RequestMapping(value = "/stories/{id}/show", method = RequestMethod.POST)
  public String show(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, judge.showStory(id, edition), "PostPurchase_Flash_StoryShown", STORIES);
  }

  @RequestMapping(value = "/stories/{id}/hide", method = RequestMethod.POST)
  public String hide(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, judge.hideStory(id, edition), "PostPurchase_Flash_StoryHidden", STORIES);
  }

  /** Its owner has written to the shop. */
  @RequestMapping(value = "/stories/{id}/withdraw", method = RequestMethod.POST)
  public String withdraw(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, judge.withdrawStory(id), "PostPurchase_Flash_StoryWithdrawn", STORIES);
  }

  @RequestMapping(value = "/{id}/ask", method = RequestMethod.POST)
  public String ask(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(
        redirect,
        judge.askForRight(id),
        "PostPurchase_Flash_RightAsked",
        ReviewsController.SECTION + "/" + id);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/stories/{id}/show", "/stories/{id}/hide", "/stories/{id}/withdraw", "/{id}/ask"},
      method = RequestMethod.GET)
  public String lost() {
    return ListAsShown.redirect(STORIES);
  }

  private static String told(
      RedirectAttributes redirect, CheckStories.Outcome outcome, String done, String to) {
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
    return ListAsShown.redirect(to);
  }
}

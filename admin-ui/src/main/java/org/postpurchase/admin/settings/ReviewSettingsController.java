package org.postpurchase.admin.settings;

import java.util.Locale;
import java.util.Map;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SegmentParts;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant says how reviews are asked for, checked and shown, and switches them on. */
@Controller
@RequestMapping("/post-purchase-review-settings")
class ReviewSettingsController extends SettingsController {
  private final SegmentParts segments;
  private final Infrastructure base;

  /**
   * @param segments know the categories, whose numbers the form asks for
   */
  public ReviewSettingsController(ChoiceWords words, SegmentParts segments, Infrastructure base) {
    super("post-purchase-review-settings", ReviewSettings.class, false, words);
    this.segments = segments;
    this.base = base;
  }

  @Override
  String formView() {
    return "post-purchase/reviewSettingsForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    Map<Long, String> categories = base.transactions.call(() -> segments.goods.categories());
    model.addAttribute("categories", categories);
  }
}

package org.postpurchase.site;

import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.site.catalogue.RewardTeasers;
import org.postpurchase.site.catalogue.ShowRewardsToAll;
import org.postpurchase.site.points.ProgrammeView;
import org.postpurchase.site.points.ShowProgramme;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseProgramme} in the store's page templates: what everybody may know about the
 * loyalty programme. Never throws and changes nothing.
 */
final class ProgrammeExpression implements BroadleafVariableExpression {
  private final ShowProgramme programme;
  private final ShowRewardsToAll rewards;
  private final String path;
  private final String mine;

  /**
   * @param path of the programme's page, below the shop's context
   * @param mine path of the store's page of points
   */
  public ProgrammeExpression(
      ShowProgramme programme, ShowRewardsToAll rewards, String path, String mine) {
    this.programme = programme;
    this.rewards = rewards;
    this.path = path;
    this.mine = mine;
  }

  @Override
  public String getName() {
    return "postpurchaseProgramme";
  }

  /**
   * The programme in words, or null while there is none.
   *
   * @param amount of an order to work out what it would earn, as the request has it; null for none
   */
  public ProgrammeView view(Object amount) {
    return PagePart.shown(
        "the programme",
        () ->
            programme.page(
                ShopCurrency.ofRequest(),
                LocaleContextHolder.getLocale(),
                amount == null ? "" : String.valueOf(amount)));
  }

  /** What points can be exchanged for, or null while there is nothing. */
  public RewardTeasers rewards() {
    return PagePart.shown("the rewards", () -> rewards.all(LocaleContextHolder.getLocale()));
  }

  /** Whether there are points for an event, for example {@code CHECK_IN}. */
  public boolean earnsBy(String eventCode) {
    Boolean earns =
        PagePart.shown("a way to earn points", () -> Optional.of(programme.earnsBy(eventCode)));
    return Boolean.TRUE.equals(earns);
  }

  /** Where the programme's page is; it is not found while there is no programme. */
  public String getPath() {
    return path;
  }

  /** Where customers who are signed in see their points. */
  public String getMine() {
    return mine;
  }
}

package org.postpurchase.site;

import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.site.points.ProgrammeView;
import org.postpurchase.site.points.ShowProgramme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseProgramme} in the store's page templates: what everybody may know about the
 * loyalty programme. Never throws and changes nothing.
 */
public final class ProgrammeExpression implements BroadleafVariableExpression {
  private static final Logger LOG = LoggerFactory.getLogger(ProgrammeExpression.class);

  private final ShowProgramme programme;
  private final String path;
  private final String mine;

  /**
   * @param path of the programme's page, below the shop's context
   * @param mine path of the store's page of points
   */
  public ProgrammeExpression(ShowProgramme programme, String path, String mine) {
    this.programme = programme;
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
    try {
      return programme
          .page(
              ShopCurrency.ofRequest(),
              LocaleContextHolder.getLocale(),
              amount == null ? "" : String.valueOf(amount))
          .orElse(null);
    } catch (Throwable failure) { // the page comes first
      LOG.error("the programme was left out of the page", failure);
      return null;
    }
  }

  /** Whether there are points for an event, for example {@code CHECK_IN}. */
  public boolean earnsBy(String eventCode) {
    try {
      return programme.earnsBy(eventCode);
    } catch (Throwable failure) { // the page comes first
      LOG.error("a way to earn points was left out of the page", failure);
      return false;
    }
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

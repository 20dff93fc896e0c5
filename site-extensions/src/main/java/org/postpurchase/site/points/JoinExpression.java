package org.postpurchase.site.points;

import java.util.Locale;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.loyalty.JoinProgramme;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseJoin} in the store's page templates. Never throws and changes nothing, as
 * {@code #postpurchase}.
 */
final class JoinExpression implements BroadleafVariableExpression {
  private final JoinProgramme join;
  private final ProgrammeReader programmes;
  private final ShopTexts texts;

  public JoinExpression(JoinProgramme join, ProgrammeReader programmes, ShopTexts texts) {
    this.join = join;
    this.programmes = programmes;
    this.texts = texts;
  }

  @Override
  public String getName() {
    return "postpurchaseJoin";
  }

  /** The invitation for the signed-in customer, or null for members and while all are. */
  public JoinView open() {
    return PagePart.shown(
        "the way into the programme",
        () ->
            Visitor.registered()
                .filter(customer -> join.isOpenTo(customer.getId()))
                .flatMap(customer -> programmes.active())
                .map(programme -> view(programme, LocaleContextHolder.getLocale())));
  }

  private JoinView view(Programme programme, Locale locale) {
    return new JoinView(
        texts.language(locale),
        texts.get("PostPurchase_Points_Join_Heading", locale, programme.name),
        texts.get(JoinController.TEXT, locale, programme.name, programme.termsVersion),
        texts.get("PostPurchase_Points_Join_Button", locale, programme.name));
  }
}

package org.postpurchase.site.preferences;

import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchasePreferences} in the store's page templates. Never throws and changes nothing,
 * as {@code #postpurchase}.
 */
final class PreferencesExpression implements BroadleafVariableExpression {
  private final PreferenceLinks links;
  private final ShopTexts texts;

  public PreferencesExpression(PreferenceLinks links, ShopTexts texts) {
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String getName() {
    return "postpurchasePreferences";
  }

  /** The page of the customer who is signed in; null for nobody. */
  public String link() {
    return PagePart.shown(
        "the link to one's preferences",
        () ->
            Visitor.registered()
                .flatMap(
                    visitor ->
                        Optional.ofNullable(visitor.getEmailAddress())
                            .filter(address -> !address.trim().isEmpty())
                            .map(
                                address ->
                                    links.path(
                                        new PreferenceLinks.Owner(
                                            EmailAddress.stored(address.trim()),
                                            visitor.getId(),
                                            LocaleContextHolder.getLocale())))));
  }

  public String text(String name) {
    return texts.get("PostPurchase_Preferences_" + name, LocaleContextHolder.getLocale());
  }
}

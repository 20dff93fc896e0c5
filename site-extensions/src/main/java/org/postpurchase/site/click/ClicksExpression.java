package org.postpurchase.site.click;

import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.site.PagePart;

/**
 * {@code #postpurchaseClicks} in the store's page templates: whether they need the script. Never
 * throws and changes nothing.
 */
public final class ClicksExpression implements BroadleafVariableExpression {
  private final ClickSwitch toggle;

  public ClicksExpression(ClickSwitch toggle) {
    this.toggle = toggle;
  }

  @Override
  public String getName() {
    return "postpurchaseClicks";
  }

  public boolean measured() {
    return PagePart.shown("the click script", () -> Optional.of(true).filter(on -> toggle.isOn()))
        != null;
  }
}

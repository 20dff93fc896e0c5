package org.postpurchase.blocks.kind;

import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** A thin line. */
public final class DividerBlock implements BlockKind {
  @Override
  public String key() {
    return "DIVIDER";
  }

  @Override
  public List<BlockField> fields() {
    return Collections.emptyList();
  }

  @Override
  public void write(Block block, MailWriter mail) {
    mail.html(
        "      <tr><td class=\"pp-pad\" style=\"padding:12px 32px;\"><div class=\"pp-line\""
            + " style=\"border-top:1px solid #e4e1d9;font-size:0;line-height:0;\">&nbsp;</div>"
            + "</td></tr>");
    mail.text("--------");
  }
}

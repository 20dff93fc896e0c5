package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** The reader's own link to recommend the shop; left out for whom it is not. */
public final class ReferralBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE), BlockField.optional("label", Type.LINE)));

  @Override
  public String key() {
    return "REFERRAL";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String text = block.value("text");
    String label = block.value("label");
    String condition = "$friends && $friends.url";
    mail.when(condition).row("padding:12px 32px 20px;");
    mail.html(
        "        <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
            + " border=\"0\"><tr><td class=\"pp-soft pp-text\" style=\"padding:18px 20px;"
            + "background-color:#f3f1ec;border-radius:12px;"
            + MailWriter.FONT
            + "color:#22302b;\">");
    String words = text.isEmpty() ? mail.word("friends") + " {{friends.gift}}" : text;
    mail.html(
        "<div style=\"margin:0 0 10px;font-weight:bold;\">" + MailWriter.line(words) + "</div>");
    mail.text(MailWriter.plainLine(words));
    mail.button(label.isEmpty() ? mail.word("friendsLink") : label, "{{friends.url}}", true);
    mail.html("</td></tr></table>").endRow().endWhen(condition);
  }
}

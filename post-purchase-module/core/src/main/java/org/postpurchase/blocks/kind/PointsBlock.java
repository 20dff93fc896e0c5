package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/**
 * How many points it is about where the series says so, else how many the reader has, and the way
 * to the page of points.
 */
public final class PointsBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE), BlockField.optional("label", Type.LINE)));

  @Override
  public String key() {
    return "POINTS";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String text = block.value("text");
    String label = block.value("label");
    mail.row("padding:12px 32px 20px;");
    mail.html(
        "        <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
            + " border=\"0\"><tr><td class=\"pp-soft pp-text\" style=\"padding:18px 20px;"
            + "background-color:#f3f1ec;border-radius:12px;"
            + MailWriter.FONT
            + "color:#22302b;\">");
    String size =
        "<div style=\"margin:0 0 10px;font-size:28px;line-height:1.2;font-weight:bold;\">";
    mail.html("#if($moment && $moment.points)" + size + "${moment.points}</div>");
    mail.html("#elseif($member && $member.points)<div class=\"pp-muted\"");
    mail.html("style=\"font-size:14px;color:#5b6963;\">" + mail.word("youHave") + "</div>");
    mail.html(size + "${member.points}</div>#end");
    mail.text("#if($moment && $moment.points)").text("${moment.points}");
    mail.text("#elseif($member && $member.points)");
    mail.text(mail.word("youHave") + " ${member.points}").text("#end");
    if (!text.isEmpty()) {
      mail.html("<div style=\"margin:0 0 10px;\">" + MailWriter.line(text) + "</div>");
      mail.text(MailWriter.plainLine(text));
    }
    mail.button(label.isEmpty() ? mail.word("seePoints") : label, "/account/points", true);
    mail.html("</td></tr></table>").endRow();
  }
}

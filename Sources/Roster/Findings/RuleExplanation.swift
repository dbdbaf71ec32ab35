extension Rule {
    /// Why a finding of the rule matters and what to do about it, in one English sentence or two.
    public var explanation: String {
        switch self {
        case .tooFewFields:
            "Cells are missing at the end of the row, so that values may stand in the wrong columns. Fill the "
                + "row up to the header’s last column."
        case .tooManyFields:
            "The row has text beyond the last column, usually from a comma in a cell without quotation marks. "
                + "Put the cell between quotation marks, or save the workbook as a file again."
        case .strayQuote:
            "A quotation mark within a cell may have moved text to other cells. Double it, or take it away."
        case .unclosedQuote:
            "The quotation mark is not closed before the end of the file, and all that follows was taken into "
                + "the cell. Close it, and check the rows after it."
        case .swallowedRows:
            "A quotation mark is closed many lines later, and whole rows are hidden in the cell. Close it in "
                + "its own row."
        case .zeroByte:
            "The cell holds a byte that no text has: the file is damaged or not text. Save it from the "
                + "workbook again."
        case .undecodable:
            "The cell holds bytes that are no letters in the file’s encoding, so that letters of a name are "
                + "lost. Save the file as UTF-8, or name its encoding."
        case .spreadsheetError:
            "A formula failed, or a column was too narrow, and the value is not in the file. Mend the "
                + "workbook and save it again."
        case .noteRow: "The row is a remark or a signature and belongs to nobody. Nothing is to be done."
        case .totalRow: "The row adds up others and belongs to nobody. Nothing is to be done."
        case .headerRow:
            "The header or its column numbers stand here again, as on each printed page. Nothing is to be "
                + "done."
        case .cardText:
            "A scanner typed the text of an identity card into the cell, and it was taken apart into the row’s cells. "
                + "Look whether it is the right card."
        case .missingValue: "A card or a poster needs the value. Fill the cell."
        case .tooLong:
            "The text does not fit where it is printed. Shorten it, or move remarks to another column."
        case .hiddenCharacter:
            "An invisible character makes two texts differ that look the same, and can turn the order of "
                + "letters. Write the text without it."
        case .looseSpaces:
            "Spaces at the ends, doubled or of another kind keep a name from being found again. It is printed "
                + "with single spaces."
        case .decomposedLetters:
            "The name is typed in decomposed Unicode, in which programs do not find it again. It is printed "
                + "with whole letters."
        case .nameDigits:
            "A name has no digits; a number behind it usually tells people of one name apart. Write the name "
                + "alone."
        case .nameSign:
            "The name holds a sign that no name has, or no letter at all. Write the name as on the identity "
                + "paper."
        case .nameLostLetter:
            "A letter was lost when the file was saved in an encoding without it, and what it was is not "
                + "known. Type it again from the identity paper, and save the file as UTF-8."
        case .nameScript:
            "The name holds letters that a card does not print. Write the name in Latin letters as on the "
                + "passport."
        case .nameLookAlike:
            "A Cyrillic, Greek, Icelandic or fullwidth letter stands for a Latin one, and no search finds the "
                + "name. Write it with the Latin letter."
        case .nameGarbled:
            "The name was typed in a font of before Unicode, or its encoding was misread. Compare the "
                + "proposed name with the identity paper."
        case .nameForeignLetter:
            "The name holds a Latin letter that Vietnamese does not have: it may be a foreigner’s, or a slip. "
                + "Compare it with the identity paper."
        case .nameCapitals:
            "Cards look alike when names are written alike. Write capitals at the beginning of words alone."
        case .nameSmallLetters: "Names begin each word with a capital. Write it so."
        case .nameSingleWord: "The family name or the given name may be missing. Compare it with the identity paper."
        case .notADate:
            "The cell is read neither as dd/mm/yyyy nor as a year. Write the date so, or the year alone where "
                + "the day is not known."
        case .impossibleDate:
            "The calendar has no such day. Look it up on the identity paper, or write the year alone."
        case .futureDate:
            "Nobody is born after today; spreadsheets take a year such as 29 for 2029. Look the year up."
        case .tooEarly: "Nobody alive was born before 1900. Look the year up."
        case .oldAge:
            "The date makes the person older than anybody known. Look the year up, and whether the person is "
                + "still alive."
        case .monthFirst:
            "The date is written as in America, and others of the file may be too without showing it. Check "
                + "the dates of the whole file."
        case .monthFirstFile:
            "The file writes the month first where it shows, so this date may have another day and month than "
                + "it seems. Check it."
        case .serialDate:
            "The cell holds the number by which Excel counts the day. Format the column as a date and save "
                + "the file again, or take the proposed date."
        case .shortYear: "Two digits do not tell 1920 from 2020. Write the year with four."
        case .unknownSex: "The cell is read where it says Nam or Nữ. Write one of them, or leave it empty."
        case .sexAgainstID:
            "The fourth digit of a CCCD tells the sex, and the row says the other. One of the two cells is "
                + "wrong, or the number is another person’s."
        case .sexAgainstName:
            "The middle name is usual for the other sex. It is a hint alone: look at the identity paper."
        case .idNotDigits:
            "The number of a CCCD or CMND is 9 or 12 digits. Write the digits alone, or leave the cell empty."
        case .idLength: "A digit is missing or too many. Look the number up on the card."
        case .idLostZero:
            "Excel takes the zero in front of a number away. Format the column as text before typing, or take "
                + "the proposed number where it is right."
        case .idExponent:
            "Excel showed the number in short, and its digits are not in the file. Format the column as text "
                + "in the original workbook and save the file again."
        case .idProvince:
            "The first three digits of a CCCD are a province’s code, and these are none’s. Look the number up "
                + "on the card."
        case .idCentury:
            "The fourth digit of a CCCD tells the century of birth, and the row says another. One of the two "
                + "cells is wrong."
        case .idYear:
            "The fifth and sixth digits of a CCCD tell the year of birth, and the row says another. One of "
                + "the two cells is wrong."
        case .phoneNotANumber: "The number cannot be dialled in Vietnam. Ask for it again, or leave the cell empty."
        case .phoneLostZero:
            "Excel takes the zero in front of a number away. Format the column as text before typing, or take "
                + "the proposed number."
        case .phoneOldPrefix: "Numbers of eleven digits got new prefixes of ten in 2018. Take the proposed number."
        case .phoneCountryCode:
            "Numbers are printed as they are dialled within the country, from 0. Take the proposed number."
        case .duplicateID:
            "Two rows have the number, which one person has alone. Find out whose it is, or delete the row "
                + "that is too many."
        case .duplicatePerson:
            "The person stands in another row already, and would get two cards. Delete one of the rows, or "
                + "write what tells the two apart."
        case .duplicateVenue:
            "The place stands in another row already, and would get two posters. Delete one of the rows."
        case .householdCarried:
            "The cell is empty, and the household of the row above was taken, as household books mean it. "
                + "Nothing is to be done."
        case .householdNoHead:
            "No row of the household is its head. A row may be missing, or its relation may be wrong."
        case .householdTwoHeads:
            "Two households may have one code, or a relation may be wrong. Look at the household book."
        case .relationAgainstSex:
            "The word for the relation is said of the other sex. One of the two cells is wrong, or the rows "
                + "were moved."
        case .relationAgainstAge:
            "The years between the person and the head do not suit the relation. A date of birth or the "
                + "relation is wrong."
        case .unknownHamlet:
            "The hamlet is not among those that the office lists, so its cards come in a bundle of their own. "
                + "Write the name as in the list."
        case .unknownCommune: "The commune is not among those that the office lists. Write the name as in the list."
        case .unknownVenueKind:
            "The poster and the statistics need one of the eight types. Write a known word, as in Trường học, "
                + "Chợ or Cơ quan, or its number."
        }
    }
}

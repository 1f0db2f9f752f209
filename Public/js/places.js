// The largest towns, cities and counties of the United Kingdom, and the shape of its postcodes. A list of every place
// would be larger than the page it serves; smaller ones are marked as names, by their capital letter.

const lines = (list) => list.trim().split(/\s*\n\s*/).flatMap((line) => line.split(", "));

export const places = lines(`
  London, Birmingham, Leeds, Glasgow, Sheffield, Manchester, Bradford, Edinburgh, Liverpool, Bristol, Cardiff, Belfast
  Leicester, Coventry, Nottingham, Newcastle, Sunderland, Brighton, Hull, Plymouth, Wolverhampton, Stoke-on-Trent
  Stoke, Derby, Swansea, Southampton, Aberdeen, Westminster, Portsmouth, York, Peterborough, Dundee, Lancaster, Oxford
  Newport, Preston, St Albans, Norwich, Chester, Cambridge, Salisbury, Exeter, Gloucester, Lisburn, Chichester
  Winchester, Londonderry, Carlisle, Worcester, Durham, Lincoln, Hereford, Armagh, Inverness, Stirling, Perth, Truro
  Ripon, Bangor, Northampton, Luton, Milton Keynes, Swindon, Bournemouth, Southend, Middlesbrough, Bolton
  Huddersfield, Poole, Blackpool, Ipswich, Telford, Stockport, Slough, Blackburn, Oldham, Colchester, Crawley
  Gillingham, Basildon, Rotherham, Solihull, Cheltenham, Eastbourne, Doncaster, Watford, Chesterfield, Maidstone
  Basingstoke, Wigan, Warrington, Rochdale, Southport, Birkenhead, Halifax, Wakefield, Barnsley, Grimsby, Scunthorpe
  Darlington, Hartlepool, Gateshead, Burnley, Harrogate, Scarborough, Kettering, Corby, Bedford, Stevenage, Harlow
  Chelmsford, Guildford, Woking, Farnborough, Reigate, Hastings, Folkestone, Dover, Canterbury, Margate, Ashford
  Tunbridge Wells, Worthing, Horsham, Aylesbury, High Wycombe, Banbury, Bracknell, Maidenhead, Newbury, Taunton
  Yeovil, Weymouth, Torquay, Barnstaple, Falmouth, Penzance, Weston-super-Mare, Stafford, Tamworth, Nuneaton, Redditch
  Kidderminster, Dudley, Walsall, West Bromwich, Sutton Coldfield, Shrewsbury, Ludlow, Oswestry, Crewe, Macclesfield
  Stockton, Loughborough, Mansfield, Boston, King's Lynn, Great Yarmouth, Lowestoft, Bury St Edmunds, Paisley
  East Kilbride, Livingston, Hamilton, Dunfermline, Kirkcaldy, Kilmarnock, Ayr, Falkirk, Greenock, Dumfries, Wrexham
  Barry, Merthyr Tydfil, Llanelli, Aberystwyth, Caerphilly, Bridgend, Derry, Craigavon, Newry, Ballymena, Omagh
  Enniskillen, Croydon, Bromley, Hackney, Camden, Islington, Lambeth, Lewisham, Southwark, Tower Hamlets, Newham
  Haringey, Brixton, Wimbledon, Tottenham, Cornwall, Devon, Dorset, Somerset, Kent, Surrey, Sussex, Essex, Suffolk
  Norfolk, Cumbria, Northumberland, Merseyside, Tyneside, Teesside, Rutland, Powys, Gwynedd, Dyfed, Fife, Orkney
  Shetland, Tyrone, Fermanagh, Antrim, Anglesey, the Isle of Wight, the Isle of Man, Jersey, Guernsey
`);

// The letters a postcode may begin with.
export const postcodeAreas = "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY"
  + "|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE"
  + "|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS"
  + "|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|[BEGLMNSW]";

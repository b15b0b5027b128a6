"""Names of places in the United Kingdom: regions, cities, and the councils that answer for social care."""

_REGIONS = """
    East Anglia; East Midlands; East of England; Home Counties; Humber; Merseyside; Midlands; North East; North West;
    South East; South West; Tyneside; Wearside; West Country; West Midlands; Yorkshire; Black Country; Potteries;
    Highlands; Borders; Lothian; Tayside; Strathclyde; Ulster; Teesside; Greater London; Greater Manchester
"""
_CITIES = """
    Aberdeen; Armagh; Bangor; Bath; Belfast; Birmingham; Bradford; Brighton; Bristol; Cambridge; Canterbury; Cardiff;
    Carlisle; Chelmsford; Chester; Chichester; Colchester; Coventry; Derby; Derry; Doncaster; Dundee; Dunfermline;
    Durham; Edinburgh; Ely; Exeter; Glasgow; Gloucester; Hereford; Hull; Inverness; Lancaster; Leeds; Leicester;
    Lichfield; Lincoln; Lisburn; Liverpool; London; Londonderry; Manchester; Milton Keynes; Newcastle; Newport; Newry;
    Norwich; Nottingham; Oxford; Perth; Peterborough; Plymouth; Portsmouth; Preston; Ripon; Salford; Salisbury;
    Sheffield; Southampton; Southend; St Albans; St Asaph; St Davids; Stirling; Stoke; Sunderland; Swansea; Truro;
    Wakefield; Wells; Westminster; Winchester; Wolverhampton; Worcester; Wrexham; York
"""
_COUNTIES = """
    Buckinghamshire; Cambridgeshire; Cheshire; Cornwall; Cumberland; Cumbria; Derbyshire; Devon; Dorset; East Sussex;
    Essex; Gloucestershire; Hampshire; Herefordshire; Hertfordshire; Kent; Lancashire; Leicestershire; Lincolnshire;
    Norfolk; Northamptonshire; Northumberland; North Yorkshire; Nottinghamshire; Oxfordshire; Rutland; Shropshire;
    Somerset; Staffordshire; Suffolk; Surrey; Sussex; Warwickshire; West Sussex; Wiltshire; Worcestershire; Berkshire;
    Bedfordshire; Isle of Wight; Scilly; Westmorland; Furness
"""
_UNITARIES = """
    Bedford; Blackburn; Darwen; Blackpool; Bournemouth; Poole; Christchurch; Bracknell; Darlington; Halton; Hartlepool;
    Luton; Medway; Middlesbrough; Redcar; Slough; Stockton; Swindon; Telford; Thurrock; Torbay; Warrington;
    West Berkshire; Windsor; Maidenhead; Wokingham; Reading; Scunthorpe; Grimsby; Weston-super-Mare; Runnymede
"""
_BOROUGHS = """
    Barnsley; Bolton; Bury; Calderdale; Dudley; Gateshead; Kirklees; Knowsley; Oldham; Rochdale; Rotherham; Sandwell;
    Sefton; Solihull; St Helens; Stockport; Tameside; Trafford; Tynemouth; Walsall; Wigan; Wirral;
    Barking; Dagenham; Barnet; Bexley; Brent; Bromley; Camden; Croydon; Ealing; Enfield; Greenwich; Hackney;
    Hammersmith; Fulham; Haringey; Harrow; Havering; Hillingdon; Hounslow; Islington; Kensington; Chelsea; Kingston;
    Lambeth; Lewisham; Merton; Newham; Redbridge; Richmond; Southwark; Sutton; Tower Hamlets; Waltham Forest; Wandsworth
"""
_SCOTLAND = """
    Aberdeenshire; Angus; Argyll; Bute; Clackmannanshire; Dumfries; Galloway; East Ayrshire; East Dunbartonshire;
    East Lothian; East Renfrewshire; Falkirk; Fife; Inverclyde; Midlothian; Moray; North Ayrshire; North Lanarkshire;
    Orkney; Renfrewshire; Scottish Borders; Shetland; South Ayrshire; South Lanarkshire; West Dunbartonshire;
    West Lothian; Western Isles; Lanarkshire; Ayrshire
"""
_WALES = """
    Anglesey; Blaenau Gwent; Bridgend; Caerphilly; Carmarthenshire; Ceredigion; Conwy; Denbighshire; Flintshire; Gwent;
    Gwynedd; Merthyr Tydfil; Monmouthshire; Neath; Port Talbot; Pembrokeshire; Powys; Rhondda; Cynon Taf; Torfaen;
    Vale of Glamorgan; Glamorgan
"""
_NORTHERN_IRELAND = """
    Antrim; Newtownabbey; Ards; Banbridge; Craigavon; Causeway Coast; Castlereagh; Fermanagh; Omagh; Strabane; Mourne;
    Mid Ulster; Tyrone
"""

PLACES = frozenset(
    " ".join(name.split())
    for part in (_REGIONS, _CITIES, _COUNTIES, _UNITARIES, _BOROUGHS, _SCOTLAND, _WALES, _NORTHERN_IRELAND)
    for name in part.split(";")
)
"""The names, as they are written with capitals."""
